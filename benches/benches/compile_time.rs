//! What a thousand paginators cost a compiler, against as many loops by hand, and what `paginated` costs once. Time of the
//! processor and not of the clock: others may have the machine too.

use std::path::Path;
use std::time::Duration;

use nix::sys::resource::{Usage, UsageWho, getrusage};
use paginated_benches::generated::{Beside, Generated};
use paginated_benches::readme;

const METHODS: u32 = 1000;

/// The time of the processor that children took so far.
fn children() -> Duration {
    let usage: Usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("it is measured");
    let times = [usage.user_time(), usage.system_time()];
    times.iter().map(|time| Duration::from_micros((time.tv_sec() * 1_000_000 + time.tv_usec()) as u64)).sum()
}

/// How long cargo takes, of the processor.
fn cargo(package: &Generated, arguments: &[&str]) -> Duration {
    let before = children();
    let status = package.cargo(arguments).status();
    assert!(status.is_ok_and(|status| status.success()), "it does not compile");
    children() - before
}

fn main() {
    let within = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile_time");
    // The last run's target folder would make the dependencies free.
    if let Err(error) = std::fs::remove_dir_all(&within) {
        assert_eq!(error.kind(), std::io::ErrorKind::NotFound, "{error}");
    }
    // A crate of no method costs what its dependencies cost.
    let none = Generated::write(&within, Beside::Nothing, 0, false);
    let once = cargo(&none, &["build", "--release", "--quiet"]);
    cargo(&none, &["check", "--quiet"]);
    let check = |beside| cargo(&Generated::write(&within, beside, METHODS as usize, false), &["check", "--quiet"]);
    let [nothing, hand, paginator] = Beside::ALL.map(check);
    let each = |time: Duration| format!("{:.2} ms", (time.saturating_sub(nothing) / METHODS).as_secs_f64() * 1000.0);
    let row = |what: &str, figure: String| vec![what.to_owned(), figure];
    readme::put(
        "compile_time",
        &readme::table(&[
            row("", "time of the processor".to_owned()),
            row("`cargo check` of a method's paginator and its use", each(paginator)),
            row("`cargo check` of a loop by hand in its place", each(hand)),
            row("`cargo build --release` of `paginated` and all that it needs", format!("{:.1} s", once.as_secs_f64())),
        ]),
    );
}
