//! Time by each means of listing, against the loop by hand: a ratio, of runs that take turns.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use paginated_benches::cases::{self, CASES, Case, Measure};
use paginated_benches::readme;

/// How often each means lists; the shortest time counts, for others may have the processor in between.
const TURNS: usize = 15;
const ITEMS: u64 = 100_000;

#[derive(Default)]
struct Shortest(BTreeMap<&'static str, Duration>);

impl Measure for Shortest {
    fn measure(&mut self, name: &'static str, list: &dyn Fn()) {
        let began = Instant::now();
        list();
        let took = began.elapsed();
        self.0.entry(name).and_modify(|shortest| *shortest = took.min(*shortest)).or_insert(took);
    }
}

fn time(case: Case, names: &[&str]) -> Shortest {
    let mut shortest = Shortest::default();
    for _ in 0..TURNS {
        case.each(ITEMS / case.rows / 10, names, &mut shortest);
    }
    shortest
}

fn main() {
    let means = cases::means();
    let names: Vec<_> = means.iter().map(|(name, _)| *name).collect();
    let times = CASES.map(|case| time(case, &names));
    let mut rows = vec![vec!["means".to_owned()]];
    rows[0].extend(CASES.map(|case| format!("pages of {}", case.title)));
    for (name, against) in means.into_iter().filter(|(name, against)| name != against) {
        let cell = |times: &Shortest| format!("{:.2} ×", times.0[name].as_secs_f64() / times.0[against].as_secs_f64());
        rows.push([format!("`{name}`")].into_iter().chain(times.iter().map(cell)).collect());
    }
    readme::put("time", &readme::table(&rows));
}
