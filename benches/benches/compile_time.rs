//! Measures the compile time of 1,000 paginators and of 1,000 hand-written loops, and of the dependencies of `paginated`.
//!
//! Long compilations are measured in processor time, which depends less on other processes than elapsed time does.

use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, io};

use nix::sys::resource::{Usage, UsageWho, getrusage};
use paginated_benches::generated::{GeneratedCrate, MethodBody, Pagination};
use paginated_benches::readme;
use serde::Deserialize;

const METHODS: u32 = 1000;

/// Returns the processor time of all child processes so far.
fn children_time() -> Duration {
    let usage: Usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the resource usage is available");
    let times = [usage.user_time(), usage.system_time()];
    times.iter().map(|time| Duration::from_micros((time.tv_sec() * 1_000_000 + time.tv_usec()) as u64)).sum()
}

/// Runs Cargo and returns its processor time.
fn run_cargo(package: &GeneratedCrate, arguments: &[&str]) -> Duration {
    let before = children_time();
    let status = package.cargo(arguments).status();
    assert!(status.is_ok_and(|status| status.success()), "the generated crate does not compile");
    children_time() - before
}

/// Returns the time that the compiler needs to expand the macros of a crate.
fn measure_expansion(package: &GeneratedCrate) -> Duration {
    let arguments = ["rustc", "--quiet", "--profile=check", "--", "-Ztime-passes"];
    // A stable compiler accepts `-Z` options only with this variable.
    let output = package.cargo(&arguments).env("RUSTC_BOOTSTRAP", "1").output().expect("Cargo runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let line = text.lines().find(|line| line.ends_with("\tmacro_expand_crate")).expect("the time of the expansion");
    let seconds = line.trim_start_matches("time:").split(';').next().and_then(|time| time.trim().parse().ok());
    Duration::from_secs_f64(seconds.expect("the time is a number"))
}

/// A compilation unit in Cargo's timing report.
#[derive(Deserialize)]
struct Unit {
    name: String,
    version: String,
    duration: f64,
}

/// Returns rows with the elapsed time of all dependencies and of the slowest ones.
fn measure_dependencies(package: &GeneratedCrate) -> Vec<Vec<String>> {
    let start = Instant::now();
    run_cargo(package, &["build", "--release", "--quiet", "--timings"]);
    let total = start.elapsed();
    let report = package.target().join("cargo-timings/cargo-timing.html");
    let report = fs::read_to_string(report).expect("Cargo's timing report");
    let (_, units) = report.split_once("UNIT_DATA = ").expect("the report contains the units");
    let mut units = serde_json::Deserializer::from_str(units).into_iter::<Vec<Unit>>();
    let mut units = units.next().expect("the report contains the units").expect("the units have the known fields");
    units.sort_by(|a, b| b.duration.total_cmp(&a.duration));
    let cores = std::thread::available_parallelism().expect("the number of cores is available");
    let sum = vec![format!("`paginated` and its dependencies, {cores} cores"), format_seconds(total.as_secs_f64())];
    let slowest = units.iter().filter(|unit| !unit.name.starts_with("generated")).take(8);
    let slowest = slowest.map(|unit| vec![format!("`{}` {}", unit.name, unit.version), format_seconds(unit.duration)]);
    [sum].into_iter().chain(slowest).collect()
}

fn format_seconds(seconds: f64) -> String {
    format!("{seconds:.1} s")
}

fn main() {
    let within = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile_time");
    // The target folder of an earlier run would contain the compiled dependencies.
    if let Err(error) = fs::remove_dir_all(&within) {
        assert_eq!(error.kind(), io::ErrorKind::NotFound, "{error}");
    }
    // Without methods, only the dependencies are compiled.
    let empty = GeneratedCrate::write(&within, Pagination::None, MethodBody::Trivial, 0, false);
    let mut dependencies = vec![["`cargo build --release`", "elapsed time"].map(str::to_owned).to_vec()];
    dependencies.extend(measure_dependencies(&empty));
    run_cargo(&empty, &["check", "--quiet"]);

    let write = |pagination| GeneratedCrate::write(&within, pagination, MethodBody::Trivial, METHODS as usize, false);
    let check = |pagination| run_cargo(&write(pagination), &["check", "--quiet"]);
    let [baseline, hand_written, unused, paginator] =
        [Pagination::None, Pagination::HandWritten, Pagination::UnusedPaginator, Pagination::Paginator].map(check);
    let expansion =
        measure_expansion(&write(Pagination::Paginator)).saturating_sub(measure_expansion(&write(Pagination::None)));
    let row = |what: &str, time: Duration| {
        vec![what.to_owned(), format!("{:.2} ms", (time / METHODS).as_secs_f64() * 1000.0)]
    };
    let added = |time: Duration| time.saturating_sub(baseline);
    let methods = [
        ["`cargo check`, per method", "processor time"].map(str::to_owned).to_vec(),
        row("paginator", added(unused)),
        row("expansion of its attribute and derive, by a debug build", expansion),
        row("paginator and its use", added(paginator)),
        row("hand-written loop", added(hand_written)),
    ];
    let tables = [readme::format_table(&methods), readme::format_table(&dependencies)];
    readme::replace_section("compile_time", &tables.join("\n"));
}
