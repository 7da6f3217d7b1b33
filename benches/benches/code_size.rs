//! What a hundred paginators add to a program, against what as many loops by hand add: release, stripped.

use std::fs;
use std::path::Path;

use paginated_benches::generated::{Beside, Does, Generated};
use paginated_benches::readme;

const METHODS: usize = 100;

fn size(within: &Path, beside: Beside, does: Does) -> u64 {
    let program = Generated::write(within, beside, does, METHODS, true);
    let built = program.cargo(&["build", "--release", "--quiet"]).status();
    assert!(built.is_ok_and(|status| status.success()), "it does not compile");
    let name = fs::read_dir(within.join("target/release")).expect("what was built").filter_map(Result::ok);
    let named = format!("generated_{beside:?}").to_lowercase();
    let program = name
        .map(|file| file.path())
        .find(|file| file.file_stem().is_some_and(|name| name == &*named) && file.extension().is_none());
    fs::metadata(program.expect("a program")).expect("its size").len()
}

/// What a loop by hand adds, and a paginator.
fn rows(does: Does, methods: &str) -> [Vec<String>; 2] {
    let within = Path::new(env!("CARGO_TARGET_TMPDIR")).join("code_size");
    let beside = [Beside::Nothing, Beside::Hand, Beside::Paginator];
    let [nothing, hand, paginator] = beside.map(|beside| size(&within, beside, does));
    let row = |what: &str, with: u64| {
        let added = with - nothing;
        let each = format!("{} bytes", added / METHODS as u64);
        vec![format!("{what}, {methods}"), each, format!("{:.2} ×", added as f64 / (hand - nothing) as f64)]
    };
    [row("a loop by hand", hand), row("a paginator", paginator)]
}

fn main() {
    let head = ["beside each of 100 methods", "adds with the method, for each", "against the loop"];
    let mut table = vec![head.map(str::to_owned).to_vec()];
    table.extend(rows(Does::Little, "and a method that does next to nothing"));
    table.extend(rows(Does::Json, "and a method that decodes JSON"));
    readme::put("code_size", &readme::table(&table));
}
