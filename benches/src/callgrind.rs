//! Counts instructions. A bench runs itself again under callgrind, which writes one file of counts per listing.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs, process};

use crate::cases::{self, Case, Measure};

/// The argument of the run under callgrind.
const CHILD_ARGUMENT: &str = "--counted";
/// The lengths of the two measured listings, in pages. Their difference excludes the cost per listing. All tokens of the
/// additional pages have two digits.
const LENGTHS: [u64; 2] = [20, 80];
/// Callgrind counts inside `Implementation::run_measured` and writes a file after it. The patterns differ because
/// callgrind ignores one of two equal patterns.
const TOGGLE_COLLECT: &str = "--toggle-collect=*Implementation*run_measured*";
const DUMP_AFTER: &str = "--dump-after=*run_measured*";

/// The number of instructions per page for each implementation.
pub type PerPage = BTreeMap<&'static str, f64>;

/// Counts the instructions per page for each case and implementation. If valgrind is not installed, prints a message and
/// returns `None`.
pub fn count(cases: &[Case], selected: &[&'static str]) -> Option<Vec<PerPage>> {
    if env::args().any(|argument| argument == CHILD_ARGUMENT) {
        list_all(cases, selected);
        process::exit(0);
    }
    let Some(version) = version() else {
        println!("skipped: counting instructions requires valgrind");
        return None;
    };
    println!("counting instructions with {version}");
    let folder = env::temp_dir().join(format!("paginated-benches-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder for the counts");
    run_callgrind(&folder);
    let counts = read_counts(cases, selected, &folder);
    fs::remove_dir_all(&folder).expect("the folder of the counts");
    Some(counts)
}

/// Returns the version of valgrind if it is installed.
pub fn version() -> Option<String> {
    let output = Command::new("valgrind").arg("--version").output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs the listings without measuring.
struct RunOnly;

impl Measure for RunOnly {
    fn measure(&mut self, _: &'static str, list: &dyn Fn()) {
        list();
    }
}

fn list_all(cases: &[Case], selected: &[&str]) {
    for case in cases {
        for pages in LENGTHS {
            case.measure_each(pages, selected, &mut RunOnly);
        }
    }
}

/// Runs this bench under callgrind, which writes one file per listing, numbered from 1.
fn run_callgrind(folder: &Path) {
    let status = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet", TOGGLE_COLLECT, DUMP_AFTER])
        .arg(format!("--callgrind-out-file={}", folder.join("out").display()))
        .arg(env::current_exe().expect("the path of this bench"))
        .arg(CHILD_ARGUMENT)
        .stdout(Stdio::null())
        .status();
    assert!(status.is_ok_and(|status| status.success()), "valgrind failed");
}

/// Reads the counts in the order of [`list_all`].
fn read_counts(cases: &[Case], selected: &[&'static str], folder: &Path) -> Vec<PerPage> {
    let [short, long] = LENGTHS;
    let mut numbers = 1..;
    let mut next = || read_total(&folder.join(format!("out.{}", numbers.next().expect("a number"))));
    let names = || cases::implementations().into_iter().map(|(name, _)| name).filter(|name| selected.contains(name));
    let mut read_listing = || names().map(|name| (name, next())).collect::<PerPage>();
    let mut per_page = |_| {
        let (shorter, longer) = (read_listing(), read_listing());
        shorter.into_iter().map(|(name, shorter)| (name, (longer[name] - shorter) / (long - short) as f64)).collect()
    };
    cases.iter().map(&mut per_page).collect()
}

fn read_total(file: &Path) -> f64 {
    let text = fs::read_to_string(file).expect("callgrind writes a file per listing");
    let total = text.lines().find_map(|line| line.strip_prefix("totals: ")).expect("a total");
    total.trim().parse().expect("a number")
}
