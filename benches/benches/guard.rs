//! Fails if the number of instructions or allocations, or the code size, is more than 10 % above the baseline in `guard.json`.
//!
//! Run it with `cargo bench -p paginated-benches --no-default-features --bench guard`. The argument `-- --renew` updates
//! the baseline.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, process};

use paginated_benches::callgrind;
use paginated_benches::cases::{CASES, Case, Measure};
use paginated_benches::generated::{GeneratedCrate, MethodBody, Pagination};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/guard.json");
/// The implementations that use `paginated`.
const GUARDED: [&str; 8] = [
    "items",
    "items_for_each",
    "items_by_ref",
    "items_try_collect",
    "pages",
    "blocking",
    "blocking_for_each",
    "blocking_pages",
];
/// Large pages measure the cost per item, and small pages the cost per page.
const GUARDED_CASES: [Case; 2] = [CASES[0], CASES[2]];

type Figures = BTreeMap<String, f64>;

/// Counts instructions. Without valgrind, returns those of the baseline, so that `--renew` keeps them.
fn count_instructions(baseline: &Figures) -> Figures {
    let Some(counts) = callgrind::count(&GUARDED_CASES, &GUARDED) else {
        let is_count = |(name, _): &(String, f64)| name.contains(": instructions");
        return baseline.clone().into_iter().filter(is_count).collect();
    };
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
        // The first `block_on` of a thread allocates.
        list();
        let count = allocation_counter::measure(list).count_total;
        self.0.insert(format!("{name}: allocations, 100 pages of 10 integers"), count as f64);
    }
}

fn count_allocations() -> Figures {
    let mut allocations = Allocations(Figures::new());
    CASES[1].measure_each(100, &GUARDED, &mut allocations);
    allocations.0
}

/// Measures the size that a paginator adds to a program with 50 of them. It almost doubles if the machine code of the functions that
/// poll a list differs from paginator to paginator.
fn measure_code_size() -> Figures {
    const PAGINATORS: usize = 50;
    let within = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guard");
    let size = |pagination| GeneratedCrate::program_size(&within, pagination, MethodBody::Trivial, PAGINATORS);
    let added = size(Pagination::Paginator) - size(Pagination::None);
    Figures::from([("paginator: bytes of code".to_owned(), added as f64 / PAGINATORS as f64)])
}

fn main() {
    let text = fs::read_to_string(FILE).expect("the baseline file");
    let baseline: Figures = serde_json::from_str(&text).expect("the baseline file is valid JSON");
    let mut figures = count_instructions(&baseline);
    figures.extend(count_allocations());
    figures.extend(measure_code_size());
    if env::args().any(|argument| argument == "--renew") {
        let text = serde_json::to_string_pretty(&figures).expect("figures can be serialized");
        return fs::write(FILE, text + "\n").expect("the baseline file");
    }
    let unmeasured = baseline.keys().find(|name| !figures.contains_key(*name));
    if let Some(name) = unmeasured {
        panic!("{name} was not measured: if it was removed, run with `-- --renew`");
    }
    let mut exceeded = 0;
    for (name, &figure) in &figures {
        let expected = baseline
            .get(name)
            .copied()
            .unwrap_or_else(|| panic!("{name} is missing in guard.json: run with `-- --renew`"));
        let exceeds = figure > expected * 1.1;
        exceeded += usize::from(exceeds);
        println!("{name}: {figure}, baseline {expected}{}", if exceeds { ": MORE THAN 10 % ABOVE" } else { "" });
    }
    if exceeded > 0 {
        println!(
            "{exceeded} of {} figures exceed the baseline. If this is intended, update it with `-- --renew`.",
            figures.len()
        );
        process::exit(1);
    }
}
