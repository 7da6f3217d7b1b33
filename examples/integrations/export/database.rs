//! The database of exported sessions and resume tokens.

use std::path::Path;

use aws_sdk_appstream::primitives::DateTime;
use aws_sdk_appstream::types::{Session, SessionState};
use paginated::ResumeToken;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// The primary key rejects a session that is stored twice. If the process is killed during a transaction, SQLite completes
/// the transaction or rolls it back when the database is opened again.
const SCHEMA: &str = "
    pragma journal_mode = wal;
    pragma synchronous = normal;
    create table if not exists sessions (
        id text not null primary key, stack text not null, fleet text not null,
        user text, state text, started integer
    );
    create table if not exists progress (
        stack text not null, fleet text not null,
        resume_token text, -- null if the listing is complete
        primary key (stack, fleet)
    );
";

/// The database of a complete or incomplete export.
pub(crate) struct Database(Connection);

/// The stored state of the listing of a stack and fleet.
pub(crate) enum FleetProgress {
    NotStarted,
    ResumeToken(String),
    Complete,
}

impl Database {
    pub(crate) fn open(path: &Path) -> rusqlite::Result<Self> {
        let connection = Connection::open(path)?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self(connection))
    }

    /// Returns the number of sessions.
    pub(crate) fn count_sessions(&self) -> rusqlite::Result<u64> {
        self.0.query_row("select count(*) from sessions", [], |row| row.get::<_, i64>(0)).map(i64::unsigned_abs)
    }

    pub(crate) fn fleet_progress(&self, stack: &str, fleet: &str) -> rusqlite::Result<FleetProgress> {
        let sql = "select resume_token from progress where stack = ? and fleet = ?";
        let token = self.0.query_row(sql, [stack, fleet], |row| row.get(0)).optional()?;
        Ok(match token {
            None => FleetProgress::NotStarted,
            Some(Some(token)) => FleetProgress::ResumeToken(token),
            Some(None) => FleetProgress::Complete,
        })
    }

    /// Stores a page and the resume token after it in one transaction.
    pub(crate) fn store_page(
        &mut self,
        stack: &str,
        fleet: &str,
        sessions: &[Session],
        token: Option<ResumeToken>,
    ) -> rusqlite::Result<()> {
        let transaction = self.0.transaction()?;
        for session in sessions {
            insert(&transaction, stack, fleet, session)?;
        }
        transaction.execute(
            "insert or replace into progress (stack, fleet, resume_token) values (?, ?, ?)",
            params![stack, fleet, token.map(|token| token.to_string())],
        )?;
        transaction.commit()
    }
}

fn insert(transaction: &Transaction<'_>, stack: &str, fleet: &str, session: &Session) -> rusqlite::Result<usize> {
    transaction.execute(
        "insert into sessions (id, stack, fleet, user, state, started) values (?, ?, ?, ?, ?, ?)",
        params![
            session.id(),
            stack,
            fleet,
            session.user_id(),
            session.state().map(SessionState::as_str),
            session.start_time().map(DateTime::secs),
        ],
    )
}
