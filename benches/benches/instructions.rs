//! Counts the instructions of each implementation in each case.

use paginated_benches::callgrind::{self, PerPage};
use paginated_benches::cases::{self, CASES};
use paginated_benches::chart::{self, Bar};
use paginated_benches::readme;

/// The implementations in the chart.
const CHART_BARS: [&str; 11] = [
    "hand",
    "items",
    "items_for_each",
    "pages",
    "try_unfold",
    "page_turner",
    "google_cloud_gax",
    "azure_core",
    "async_stream",
    "aws_smithy_async",
    "blocking",
];

const COMPARED_CRATES: [&str; 6] =
    ["async-stream", "aws-smithy-async", "azure_core", "futures", "google-cloud-gax", "page-turner"];

fn main() {
    let implementations = cases::implementations();
    let names: Vec<_> = implementations.iter().map(|(name, _)| *name).collect();
    let Some(counts) = callgrind::count(&CASES, &names) else { return };
    let mut rows = vec![vec!["implementation".to_owned()]];
    rows[0].extend(CASES.map(|case| format!("pages of {}", case.title)));
    for (name, baseline) in implementations {
        let cell = |(case, counts): (&cases::Case, &PerPage)| {
            let per_row = counts[name] / case.rows as f64;
            let ratio = counts[name] / counts[baseline];
            if name == baseline { format!("{per_row:.2}") } else { format!("{per_row:.2} ({ratio:.2} ×)") }
        };
        let cells = CASES.iter().zip(&counts).map(cell);
        rows.push([format!("`{name}`")].into_iter().chain(cells).collect());
    }
    let valgrind = callgrind::version().unwrap_or_default();
    let versions =
        format!("{}, fat LTO, {valgrind}; {}", readme::compiler_version(), readme::crate_versions(&COMPARED_CRATES));
    readme::replace_section("instructions", &format!("{}\n{versions}.", readme::format_table(&rows)));

    let per_row = |name: &str| counts[0][name] / CASES[0].rows as f64;
    let ours = |name: &str| ["items", "pages", "blocking"].iter().any(|ours| name.starts_with(ours));
    let bar = |name: &str| Bar { label: name.to_owned(), value: per_row(name), ours: ours(name) };
    let bars: Vec<Bar> = CHART_BARS.into_iter().map(bar).collect();
    chart::draw("instructions per item, pages of 1,000 integers in memory", &bars).expect("the chart can be written");
}
