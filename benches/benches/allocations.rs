//! Counts the allocations of each implementation and measures its peak memory.

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

fn count(pages: u64, selected: &[&str]) -> Counts {
    let mut counts = Counts::default();
    CASES[0].measure_each(pages, selected, &mut counts);
    counts
}

fn main() {
    let implementations = cases::implementations();
    let selected: Vec<_> =
        implementations.iter().map(|(name, _)| *name).filter(|name| !name.contains("collect")).collect();
    // The first `block_on` of a thread allocates.
    count(1, &["hand"]);
    let (fewer, more) = (count(300, &selected), count(900, &selected));
    // 10,000 pages contain 10 million items.
    let longest = count(10_000, &selected);
    let page = CASES[0].rows * size_of::<u64>() as u64;

    let header =
        ["implementation", "per page, more than the loop", "per list", "peak memory in pages, 10,000,000 items"];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for (name, baseline) in implementations.into_iter().filter(|(name, _)| selected.contains(name)) {
        let per_page = |name| (more.0[name].count_total - fewer.0[name].count_total) as f64 / 600.0;
        let per_list = fewer.0[name].count_total as f64 - 300.0 * per_page(name);
        let peak = longest.0[name].bytes_max as f64 / page as f64;
        let more_per_page = per_page(name) - per_page(baseline);
        rows.push(vec![
            format!("`{name}`"),
            format!("{more_per_page:.2}"),
            format!("{per_list:.0}"),
            format!("{peak:.2}"),
        ]);
    }
    readme::replace_section("allocations", &readme::format_table(&rows));
}
