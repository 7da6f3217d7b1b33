//! Measures the size that paginators and hand-written loops add to a stripped release build.

use std::path::Path;

use paginated_benches::generated::{GeneratedCrate, MethodBody, Pagination};
use paginated_benches::readme;

const METHODS: usize = 100;

/// Returns the rows for a hand-written loop and for a paginator.
fn measure(body: MethodBody, description: &str) -> [Vec<String>; 2] {
    let within = Path::new(env!("CARGO_TARGET_TMPDIR")).join("code_size");
    let variants = [Pagination::None, Pagination::HandWritten, Pagination::Paginator];
    let [baseline, hand_written, paginator] =
        variants.map(|pagination| GeneratedCrate::program_size(&within, pagination, body, METHODS));
    let row = |what: &str, size: u64| {
        let added = size - baseline;
        let per_method = format!("{} bytes", added / METHODS as u64);
        let ratio = added as f64 / (hand_written - baseline) as f64;
        vec![format!("{what}, {description}"), per_method, format!("{ratio:.2} ×")]
    };
    [row("hand-written loop", hand_written), row("paginator", paginator)]
}

fn main() {
    let header = ["pagination of each of 100 methods", "added per method, with the method", "relative to the loop"];
    let mut table = vec![header.map(str::to_owned).to_vec()];
    table.extend(measure(MethodBody::Trivial, "trivial method"));
    table.extend(measure(MethodBody::Json, "method that decodes JSON"));
    readme::replace_section("code_size", &readme::format_table(&table));
}
