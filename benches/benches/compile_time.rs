//! What a thousand paginators cost a compiler, against as many loops by hand, and what `paginated` costs once. Of what is
//! large, time of the processor and not of the clock: others may have the machine too.

use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, io};

use nix::sys::resource::{Usage, UsageWho, getrusage};
use paginated_benches::generated::{Beside, Does, Generated};
use paginated_benches::readme;
use serde::Deserialize;

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

/// How long the compiler says that it takes to expand the macros of a crate.
fn expansion(package: &Generated) -> Duration {
    let arguments = ["rustc", "--quiet", "--profile=check", "--", "-Ztime-passes"];
    // Said by a compiler that is not a nightly one only to who asks like this.
    let output = package.cargo(&arguments).env("RUSTC_BOOTSTRAP", "1").output().expect("cargo");
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let line = text.lines().find(|line| line.ends_with("\tmacro_expand_crate")).expect("the time of its expansion");
    let seconds = line.trim_start_matches("time:").split(';').next().and_then(|time| time.trim().parse().ok());
    Duration::from_secs_f64(seconds.expect("seconds"))
}

/// One crate of what cargo says of its time.
#[derive(Deserialize)]
struct Unit {
    name: String,
    version: String,
    duration: f64,
}

/// The clock's time of all dependencies together, and of those that take longest.
fn dependencies(package: &Generated, target: &Path) -> Vec<Vec<String>> {
    let start = Instant::now();
    cargo(package, &["build", "--release", "--quiet", "--timings"]);
    let all = start.elapsed();
    let report = fs::read_to_string(target.join("cargo-timings/cargo-timing.html")).expect("cargo's report");
    let (_, units) = report.split_once("UNIT_DATA = ").expect("the times in it");
    let mut units = serde_json::Deserializer::from_str(units).into_iter::<Vec<Unit>>();
    let mut units = units.next().expect("the times").expect("as cargo writes them");
    units.sort_by(|a, b| b.duration.total_cmp(&a.duration));
    let cores = std::thread::available_parallelism().expect("how many there are");
    let whole = vec![format!("all that `paginated` needs, and itself, on {cores} cores"), seconds(all.as_secs_f64())];
    let longest = units.iter().filter(|unit| !unit.name.starts_with("generated"));
    let longest = longest.take(8).map(|unit| vec![format!("`{}` {}", unit.name, unit.version), seconds(unit.duration)]);
    [whole].into_iter().chain(longest).collect()
}

fn seconds(seconds: f64) -> String {
    format!("{seconds:.1} s")
}

fn main() {
    let within = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile_time");
    // The last run's target folder would make the dependencies free.
    if let Err(error) = fs::remove_dir_all(&within) {
        assert_eq!(error.kind(), io::ErrorKind::NotFound, "{error}");
    }
    // A crate of no method costs what its dependencies cost.
    let none = Generated::write(&within, Beside::Nothing, Does::Little, 0, false);
    let mut once = vec![["`cargo build --release`", "time of the clock"].map(str::to_owned).to_vec()];
    once.extend(dependencies(&none, &within.join("target")));
    cargo(&none, &["check", "--quiet"]);
    let package = |beside| Generated::write(&within, beside, Does::Little, METHODS as usize, false);
    let check = |beside| cargo(&package(beside), &["check", "--quiet"]);
    let [nothing, hand, unused, paginator] =
        [Beside::Nothing, Beside::Hand, Beside::Unused, Beside::Paginator].map(check);
    let expanded = expansion(&package(Beside::Paginator)).saturating_sub(expansion(&package(Beside::Nothing)));
    let each = |time: Duration| format!("{:.2} ms", (time / METHODS).as_secs_f64() * 1000.0);
    let row = |what: &str, time: Duration| vec![what.to_owned(), each(time)];
    let beyond = |time: Duration| time.saturating_sub(nothing);
    let methods = [
        ["`cargo check`, for each method", "time of the processor"].map(str::to_owned).to_vec(),
        row("a paginator", beyond(unused)),
        row("of it the attribute and the derive, expanded by a debug build", expanded),
        row("a paginator and its use", beyond(paginator)),
        row("a loop by hand", beyond(hand)),
    ];
    readme::put("compile_time", &format!("{}\n{}", readme::table(&methods), readme::table(&once)));
}
