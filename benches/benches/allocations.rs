//! Allocations by each means of listing, and what it holds at its peak.

use std::collections::BTreeMap;

use paginated_benches::cases::{self, CASES, Measure};
use paginated_benches::readme;

#[derive(Default)]
struct Counts(BTreeMap<&'static str, allocation_counter::AllocationInfo>);

impl Measure for Counts {
    fn measure(&mut self, name: &'static str, list: &dyn Fn()) {
        let counts = allocation_counter::measure(list);
        self.0.insert(name, counts);
    }
}

fn counts(pages: u64, chosen: &[&str]) -> Counts {
    let mut counts = Counts::default();
    CASES[0].each(pages, chosen, &mut counts);
    counts
}

fn main() {
    let means = cases::means();
    let listed: Vec<_> = means.iter().map(|(name, _)| *name).filter(|name| !name.contains("collect")).collect();
    // A thread's first `block_on` allocates.
    counts(1, &["hand"]);
    let (fewer, more) = (counts(300, &listed), counts(900, &listed));
    // Ten million.
    let longest = counts(10_000, &listed);
    let page = CASES[0].rows * size_of::<u64>() as u64;

    let titles = ["means", "a page, beyond the hand loop's", "once a listing", "pages held, of 10,000,000 items"];
    let mut rows = vec![titles.map(str::to_owned).to_vec()];
    for (name, against) in means.into_iter().filter(|(name, _)| listed.contains(name)) {
        let per_page = |name| (more.0[name].count_total - fewer.0[name].count_total) as f64 / 600.0;
        let once = fewer.0[name].count_total as f64 - 300.0 * per_page(name);
        let held = longest.0[name].bytes_max as f64 / page as f64;
        let beyond = per_page(name) - per_page(against);
        rows.push(vec![format!("`{name}`"), format!("{beyond:.2}"), format!("{once:.0}"), format!("{held:.2}")]);
    }
    readme::put("allocations", &readme::table(&rows));
}
