//! Measures the time of each implementation relative to the hand-written loop.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use paginated_benches::cases::{self, CASES, Case, Measure};
use paginated_benches::readme;

/// The number of runs. The shortest time of each implementation is used, because other processes can interrupt a run.
const RUNS: usize = 15;
const ITEMS: u64 = 100_000;

#[derive(Default)]
struct Shortest(BTreeMap<&'static str, Duration>);

impl Measure for Shortest {
    fn measure(&mut self, name: &'static str, list: &dyn Fn()) {
        let start = Instant::now();
        list();
        let time = start.elapsed();
        self.0.entry(name).and_modify(|shortest| *shortest = time.min(*shortest)).or_insert(time);
    }
}

fn measure_case(case: Case, names: &[&str]) -> Shortest {
    let mut shortest = Shortest::default();
    for _ in 0..RUNS {
        case.measure_each(ITEMS / case.rows / 10, names, &mut shortest);
    }
    shortest
}

fn main() {
    let implementations = cases::implementations();
    let names: Vec<_> = implementations.iter().map(|(name, _)| *name).collect();
    let times = CASES.map(|case| measure_case(case, &names));
    let mut rows = vec![vec!["implementation".to_owned()]];
    rows[0].extend(CASES.map(|case| format!("pages of {}", case.title)));
    for (name, baseline) in implementations.into_iter().filter(|(name, baseline)| name != baseline) {
        let cell = |times: &Shortest| format!("{:.2} ×", times.0[name].as_secs_f64() / times.0[baseline].as_secs_f64());
        rows.push([format!("`{name}`")].into_iter().chain(times.iter().map(cell)).collect());
    }
    readme::replace_section("time", &readme::format_table(&rows));
}
