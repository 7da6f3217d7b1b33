//! The export as a process, killed again and again over a service that fails: each session is there once, in order.
//!
//! A short run here. The long one: `EXPORT_SESSIONS=100000 EXPORT_KILLS=25 cargo test --test export -- --nocapture`.

use std::env;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use paginated_examples::service::{MAX_LIMIT, SAMPLE, Server, Service, serve};
use rusqlite::Connection;

/// The part of the requests that get a fault.
const FAULTS: f64 = 0.05;

/// The example lies beside the directory of the tests; `cargo test` builds both.
fn export(url: &str, database: &Path) -> Child {
    let tests = env::current_exe().expect("the path of this test");
    let built: PathBuf = tests.ancestors().nth(2).expect("the build directory").join("examples");
    Command::new(built.join(format!("export{}", env::consts::EXE_SUFFIX)))
        .args(["--endpoint-url", url, "--db"])
        .arg(database)
        .stdout(Stdio::null())
        .spawn()
        .expect("the example, which `cargo test` builds and `cargo test --test` does not")
}

/// The number that the environment gives, or another one.
fn number(name: &str, otherwise: usize) -> usize {
    env::var(name).map_or(otherwise, |number| number.parse().expect(name))
}

/// At random, up to `most`.
fn random(most: u64) -> u64 {
    RandomState::new().hash_one(()) % (most + 1)
}

/// Waits until the service was asked up to `most` times more, and up to 5 ms, and kills the process. Says how it ended
/// where it ended before.
fn kill(process: &mut Child, server: &Server, most: u64) -> Option<ExitStatus> {
    let asked = server.requests() + random(most);
    while server.requests() < asked {
        if let Some(status) = process.try_wait().expect("a process of ours") {
            return Some(status);
        }
        sleep(Duration::from_micros(500));
    }
    sleep(Duration::from_micros(random(5_000)));
    // SIGKILL. Fails where it has ended already.
    let _ = process.kill();
    let status = process.wait().expect("its end");
    status.code().is_some().then_some(status)
}

/// The ids in the database, in the order in which they were stored.
fn stored(database: &Path, stack: &str, fleet: &str) -> Vec<String> {
    let connection = Connection::open(database).expect("the database");
    let sql = "select id from sessions where stack = ? and fleet = ? order by rowid";
    let mut statement = connection.prepare(sql).expect("a select");
    let ids = statement.query_map([stack, fleet], |row| row.get(0)).expect("rows");
    ids.collect::<Result<_, _>>().expect("ids")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_it_ends_with_each_session_once() {
    let (sessions, least) = (number("EXPORT_SESSIONS", 5_000), number("EXPORT_KILLS", 5));
    let service = Service::with_sample_sessions(sessions).with_faults(FAULTS, random(u64::MAX - 1));
    let server = serve(service, "127.0.0.1:0").await.expect("a free port");
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("export");
    // Of a run before.
    let _ = std::fs::remove_dir_all(&directory);
    std::fs::create_dir_all(&directory).expect("a directory");
    let database = directory.join("sessions.db");

    let (began, mut kills) = (Instant::now(), 0);
    // So that no life is long enough for all.
    let most = (sessions / MAX_LIMIT / least) as u64;
    let status = loop {
        let mut process = export(&server.url(), &database);
        match kill(&mut process, &server, most) {
            None => kills += 1,
            Some(status) => break status,
        }
    };
    println!("{sessions} sessions, {kills} kills, {} requests in {:?}", server.requests(), began.elapsed());
    assert!(status.success(), "{status}");
    assert!(kills >= least, "{kills} kills");

    let mut total = 0;
    for (stack, fleet, _) in SAMPLE {
        let expected: Vec<_> = server.service().sessions(stack, fleet).map(|session| session.id).collect();
        let stored = stored(&database, stack, fleet);
        total += stored.len();
        assert!(stored == expected, "{} of {} sessions of {stack}/{fleet}", stored.len(), expected.len());
    }
    assert_eq!(total, sessions);
}
