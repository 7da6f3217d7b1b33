//! Instructions by each means of listing and in each case, counted by callgrind.

use paginated_benches::callgrind::{self, PerPage};
use paginated_benches::cases::{self, CASES};
use paginated_benches::chart::{self, Bar};
use paginated_benches::readme;

/// The means that the chart shows.
const SHOWN: [&str; 11] = [
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

const OTHERS: [&str; 6] =
    ["async-stream", "aws-smithy-async", "azure_core", "futures", "google-cloud-gax", "page-turner"];

fn main() {
    let means = cases::means();
    let names: Vec<_> = means.iter().map(|(name, _)| *name).collect();
    let Some(counts) = callgrind::count(&CASES, &names) else { return };
    let mut rows = vec![vec!["means".to_owned()]];
    rows[0].extend(CASES.map(|case| format!("pages of {}", case.title)));
    for (name, against) in means {
        let cell = |(case, counts): (&cases::Case, &PerPage)| {
            let per_row = counts[name] / case.rows as f64;
            let ratio = counts[name] / counts[against];
            if name == against { format!("{per_row:.2}") } else { format!("{per_row:.2} ({ratio:.2} ×)") }
        };
        let cells = CASES.iter().zip(&counts).map(cell);
        rows.push([format!("`{name}`")].into_iter().chain(cells).collect());
    }
    let valgrind = callgrind::version().unwrap_or_default();
    let with = format!("{}, fat LTO, {valgrind}; {}", readme::compiler(), readme::versions(&OTHERS));
    readme::put("instructions", &format!("{}\n{with}.", readme::table(&rows)));

    let per_row = |name: &str| counts[0][name] / CASES[0].rows as f64;
    let ours = |name: &str| ["items", "pages", "blocking"].iter().any(|ours| name.starts_with(ours));
    let bar = |name: &str| Bar { label: name.to_owned(), value: per_row(name), ours: ours(name) };
    let bars: Vec<Bar> = SHOWN.into_iter().map(bar).collect();
    chart::draw("instructions per item, pages of 1,000 integers that are there", &bars).expect("the chart");
}
