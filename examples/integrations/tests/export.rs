//! Kills the export repeatedly while its service simulates faults, and checks that every session is stored once.
//!
//! For a longer run, use
//! `EXPORT_SESSIONS=100000 EXPORT_KILLS=25 cargo test -p paginated-integrations -- killed --nocapture`.

use std::env;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::process::{Child, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use paginated_examples::process::example;
use paginated_examples::service::{MAX_LIMIT, SAMPLE, Server, Service, serve};
use rusqlite::Connection;

/// The fraction of requests that have a fault.
const FAULT_RATE: f64 = 0.05;

fn spawn_export(url: &str, database: &Path) -> Child {
    let mut command = example("export", &["--endpoint-url", url, "--db"]);
    command.arg(database).stdout(Stdio::null()).spawn().expect("`cargo test` has built the example")
}

/// Returns the number in an environment variable, or a default.
fn env_number(name: &str, default: usize) -> usize {
    env::var(name).map_or(default, |number| number.parse().expect(name))
}

/// Returns a random number from 0 to `max`.
fn random(max: u64) -> u64 {
    RandomState::new().hash_one(()) % (max + 1)
}

/// Kills the process after up to `max_requests` requests and up to 5 ms more. Returns the status of a process that exited
/// before.
fn kill_at_random(process: &mut Child, server: &Server, max_requests: u64) -> Option<ExitStatus> {
    let requests = server.requests() + random(max_requests);
    while server.requests() < requests {
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

/// Returns the ids in the database in the order of insertion.
fn stored_ids(database: &Path, stack: &str, fleet: &str) -> Vec<String> {
    let connection = Connection::open(database).expect("the database");
    let sql = "select id from sessions where stack = ? and fleet = ? order by rowid";
    let mut statement = connection.prepare(sql).expect("a select");
    let ids = statement.query_map([stack, fleet], |row| row.get(0)).expect("rows");
    ids.collect::<Result<_, _>>().expect("ids")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_it_ends_with_each_session_once() {
    let (sessions, min_kills) = (env_number("EXPORT_SESSIONS", 5_000), env_number("EXPORT_KILLS", 5));
    let service = Service::with_sample_sessions(sessions).with_faults(FAULT_RATE, random(u64::MAX - 1));
    let server = serve(service, "127.0.0.1:0").await.expect("a free port");
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("export");
    // The directory may exist from an earlier run.
    let _ = std::fs::remove_dir_all(&directory);
    std::fs::create_dir_all(&directory).expect("a directory");
    let database = directory.join("sessions.db");

    let (began, mut kills) = (Instant::now(), 0);
    // Limits each process to a part of the export.
    let max_requests = (sessions / MAX_LIMIT / min_kills) as u64;
    let status = loop {
        let mut process = spawn_export(&server.url(), &database);
        match kill_at_random(&mut process, &server, max_requests) {
            None => kills += 1,
            Some(status) => break status,
        }
    };
    println!("{sessions} sessions, {kills} kills, {} requests in {:?}", server.requests(), began.elapsed());
    assert!(status.success(), "{status}");
    assert!(kills >= min_kills, "{kills} kills");

    let mut total = 0;
    for (stack, fleet, _) in SAMPLE {
        let expected: Vec<_> = server.service().sessions(stack, fleet).map(|session| session.id).collect();
        let stored = stored_ids(&database, stack, fleet);
        total += stored.len();
        assert!(stored == expected, "{} of {} sessions of {stack}/{fleet}", stored.len(), expected.len());
    }
    assert_eq!(total, sessions);
}
