//! Kills the export repeatedly while its service simulates faults, and checks that every session is stored once.
//!
//! For a longer run, use
//! `EXPORT_SESSIONS=100000 EXPORT_KILLS=25 cargo test -p paginated-integrations -- killed --nocapture`.

use std::path::Path;

use kills::{create_directory, env_number, kill_until_complete, random};
use paginated_examples::service::{MAX_LIMIT, SAMPLE, Service, serve};
use rusqlite::Connection;

mod kills;

/// The fraction of requests that have a fault.
const FAULT_RATE: f64 = 0.05;

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
    let database = create_directory("export").join("sessions.db");
    // Limits each process to a part of the export.
    let max_requests = (sessions / MAX_LIMIT / min_kills) as u64;
    let kills = kill_until_complete("export", &server.url(), &database, || server.requests(), max_requests);
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
