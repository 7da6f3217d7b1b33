//! Kills an export repeatedly until it is complete.

use std::env;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use paginated_examples::process::example;

/// Returns the number in an environment variable, or a default.
pub(crate) fn env_number(name: &str, default: usize) -> usize {
    env::var(name).map_or(default, |number| number.parse().expect(name))
}

/// Returns a random number from 0 to `max`.
pub(crate) fn random(max: u64) -> u64 {
    RandomState::new().hash_one(()) % (max + 1)
}

/// Creates an empty directory for the database of an export.
pub(crate) fn create_directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // The directory may exist from an earlier run.
    let _ = std::fs::remove_dir_all(&directory);
    std::fs::create_dir_all(&directory).expect("a directory");
    directory
}

/// Starts the example `name` again and again, and kills it after up to `max_requests` requests. Returns the number of kills
/// when it has exited by itself.
///
/// # Panics
/// If it has failed.
pub(crate) fn kill_until_complete(
    name: &str,
    url: &str,
    database: &Path,
    requests: impl Fn() -> u64,
    max_requests: u64,
) -> usize {
    let (began, mut kills) = (Instant::now(), 0);
    let status = loop {
        let mut command = example(name, &["--endpoint-url", url, "--db"]);
        let mut process =
            command.arg(database).stdout(Stdio::null()).spawn().expect("`cargo test` has built the example");
        match kill_at_random(&mut process, &requests, max_requests) {
            None => kills += 1,
            Some(status) => break status,
        }
    };
    println!("{kills} kills, {} requests in {:?}", requests(), began.elapsed());
    assert!(status.success(), "{status}");
    kills
}

/// Kills the process after up to `max_requests` requests and up to 5 ms more. Returns the status of a process that exited
/// before.
fn kill_at_random(process: &mut Child, requests: impl Fn() -> u64, max_requests: u64) -> Option<ExitStatus> {
    let last_request = requests() + random(max_requests);
    while requests() < last_request {
        if let Some(status) = process.try_wait().expect("the state of the process") {
            return Some(status);
        }
        sleep(Duration::from_micros(500));
    }
    sleep(Duration::from_micros(random(5_000)));
    // Sends SIGKILL. Fails if the process has already exited.
    let _ = process.kill();
    let status = process.wait().expect("an exit status");
    status.code().is_some().then_some(status)
}
