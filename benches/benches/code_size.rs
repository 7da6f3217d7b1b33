//! What a hundred paginators add to a program, against what as many loops by hand add: release, stripped.

use std::fs;
use std::path::Path;

use paginated_benches::generated::{Beside, Generated};
use paginated_benches::readme;

const METHODS: usize = 100;

fn size(within: &Path, beside: Beside) -> u64 {
    let program = Generated::write(within, beside, METHODS, true);
    let built = program.cargo(&["build", "--release", "--quiet"]).status();
    assert!(built.is_ok_and(|status| status.success()), "it does not compile");
    let name = fs::read_dir(within.join("target/release")).expect("what was built").filter_map(Result::ok);
    let named = format!("generated_{beside:?}").to_lowercase();
    let program = name
        .map(|file| file.path())
        .find(|file| file.file_stem().is_some_and(|name| name == &*named) && file.extension().is_none());
    fs::metadata(program.expect("a program")).expect("its size").len()
}

fn main() {
    let within = Path::new(env!("CARGO_TARGET_TMPDIR")).join("code_size");
    let [nothing, hand, paginator] = Beside::ALL.map(|beside| size(&within, beside));
    let (hand, paginator) = (hand - nothing, paginator - nothing);
    let row = |what: &str, added: u64| {
        let each = format!("{} bytes", added / METHODS as u64);
        vec![what.to_owned(), each, format!("{:.2} ×", added as f64 / hand as f64)]
    };
    let head = ["beside each of 100 methods", "adds, for each", "against the loop"].map(str::to_owned);
    readme::put(
        "code_size",
        &readme::table(&[head.to_vec(), row("a loop by hand", hand), row("a paginator", paginator)]),
    );
}
