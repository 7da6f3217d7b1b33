//! Instructions, counted by callgrind: a bench runs itself again under valgrind, which writes down the count of each listing.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs, process};

use crate::cases::{self, Case, Measure};

/// Names a bench's second run of itself.
const COUNTED: &str = "--counted";
/// The lengths of listing, in pages: what is done once a listing falls out of their difference, and so does the growth of tokens:
/// they are as long as one another from the shorter to the longer.
const LENGTHS: [u64; 2] = [20, 80];
/// Where callgrind counts, and after what it writes: `Means::measured`. Given the same pattern twice, it takes one of them.
const COUNTS: &str = "--toggle-collect=*Means*measured*";
const WRITES: &str = "--dump-after=*measured*";

/// The instructions of a page, by each means.
pub type PerPage = BTreeMap<&'static str, f64>;

/// Counts the instructions of a page, by each means and in each case. Gives nothing where valgrind is not, and says so.
pub fn count(cases: &[Case], chosen: &[&'static str]) -> Option<Vec<PerPage>> {
    if env::args().any(|argument| argument == COUNTED) {
        list_all(cases, chosen);
        process::exit(0);
    }
    let Some(version) = version() else {
        println!(
            "skipped: instructions are counted by valgrind, which is not here; `apt-get install valgrind` installs it"
        );
        return None;
    };
    println!("counting instructions by {version}");
    let folder = env::temp_dir().join(format!("paginated-benches-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder for the counts");
    run_counted(&folder);
    let counts = read(cases, chosen, &folder);
    fs::remove_dir_all(&folder).expect("the folder of the counts");
    Some(counts)
}

/// What valgrind calls itself, where it is.
pub fn version() -> Option<String> {
    let output = Command::new("valgrind").arg("--version").output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

struct List;

impl Measure for List {
    fn measure(&mut self, _: &'static str, list: &dyn Fn()) {
        list();
    }
}

fn list_all(cases: &[Case], chosen: &[&str]) {
    for case in cases {
        for pages in LENGTHS {
            case.each(pages, chosen, &mut List);
        }
    }
}

/// Callgrind writes one file for each listing, numbered from 1.
fn run_counted(folder: &Path) {
    let status = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet", COUNTS, WRITES])
        .arg(format!("--callgrind-out-file={}", folder.join("out").display()))
        .arg(env::current_exe().expect("the path of this bench"))
        .arg(COUNTED)
        .stdout(Stdio::null())
        .status();
    assert!(status.is_ok_and(|status| status.success()), "valgrind failed");
}

/// Reads the counts in the order in which [`list_all`] lists.
fn read(cases: &[Case], chosen: &[&'static str], folder: &Path) -> Vec<PerPage> {
    let [short, long] = LENGTHS;
    let mut numbers = 1..;
    let mut next = || total(&folder.join(format!("out.{}", numbers.next().expect("a number"))));
    let names = || cases::means().into_iter().map(|(name, _)| name).filter(|name| chosen.contains(name));
    let mut of_length = || names().map(|name| (name, next())).collect::<PerPage>();
    let mut per_page = |_| {
        let (shorter, longer) = (of_length(), of_length());
        shorter.into_iter().map(|(name, shorter)| (name, (longer[name] - shorter) / (long - short) as f64)).collect()
    };
    cases.iter().map(&mut per_page).collect()
}

fn total(file: &Path) -> f64 {
    let text = fs::read_to_string(file).expect("a count for each listing");
    let total = text.lines().find_map(|line| line.strip_prefix("totals: ")).expect("a total");
    total.trim().parse().expect("a number")
}
