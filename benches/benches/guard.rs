//! Fails where `paginated` takes over a tenth more instructions or allocations than `guard.json` says, which is committed.
//! Both are counted, not timed. `cargo bench -p paginated-benches --no-default-features --bench guard` runs it, and with
//! `-- --renew` writes the file anew.

use std::collections::BTreeMap;
use std::{env, fs, process};

use paginated_benches::callgrind;
use paginated_benches::cases::{CASES, Case, Measure};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/guard.json");
/// What is ours, and what users do with it.
const GUARDED: [&str; 8] = [
    "items",
    "items_for_each",
    "items_lent",
    "items_try_collect",
    "pages",
    "blocking",
    "blocking_for_each",
    "blocking_pages",
];
/// Large pages for what is done for an item, small ones for what is done for a page.
const GUARDED_CASES: [Case; 2] = [CASES[0], CASES[2]];

type Figures = BTreeMap<String, f64>;

fn instructions() -> Figures {
    let counts = callgrind::count(&GUARDED_CASES, &GUARDED).unwrap_or_default();
    let figures = GUARDED_CASES.iter().zip(counts).flat_map(|(case, counts)| {
        let named =
            move |(name, count): (&str, f64)| (format!("{name}: instructions, a page of {}", case.title), count);
        counts.into_iter().map(named)
    });
    figures.collect()
}

struct Allocations(Figures);

impl Measure for Allocations {
    fn measure(&mut self, name: &'static str, list: &dyn Fn()) {
        // A thread's first `block_on` allocates.
        list();
        let counted = allocation_counter::measure(list).count_total;
        self.0.insert(format!("{name}: allocations, 100 pages of 10 integers"), counted as f64);
    }
}

fn allocations() -> Figures {
    let mut allocations = Allocations(Figures::new());
    CASES[1].each(100, &GUARDED, &mut allocations);
    allocations.0
}

fn main() {
    let mut figures = instructions();
    figures.extend(allocations());
    if env::args().any(|argument| argument == "--renew") {
        let text = serde_json::to_string_pretty(&figures).expect("figures are JSON");
        return fs::write(FILE, text + "\n").expect("the file of figures");
    }
    let text = fs::read_to_string(FILE).expect("the file of figures");
    let committed: Figures = serde_json::from_str(&text).expect("JSON");
    let mut grown = 0;
    for (name, &figure) in &figures {
        let was = committed.get(name).copied().unwrap_or_else(|| panic!("{name} is not in guard.json: `-- --renew`"));
        let grew = figure > was * 1.1;
        grown += usize::from(grew);
        println!("{name}: {figure}, committed {was}{}", if grew { ": GREW BY OVER 10 %" } else { "" });
    }
    if grown > 0 {
        println!(
            "{grown} of {} figures grew; if that is meant: `-- --renew`, and say why in the commit",
            figures.len()
        );
        process::exit(1);
    }
}
