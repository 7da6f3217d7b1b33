//! The database: the sessions, and where to go on.

use std::path::Path;

use aws_sdk_appstream::primitives::DateTime;
use aws_sdk_appstream::types::{Session, SessionState};
use paginated::ResumeToken;
use rusqlite::{Connection, OptionalExtension, Result, Transaction, params};

/// A session that came twice would not go in: its `id` is the key. What is in the journal when the process is killed is
/// taken over or dropped, whole, when the database is opened again.
const SCHEMA: &str = "
    pragma journal_mode = wal;
    pragma synchronous = normal;
    create table if not exists sessions (
        id text not null primary key, stack text not null, fleet text not null,
        user text, state text, started integer
    );
    create table if not exists progress (
        stack text not null, fleet text not null,
        resume_token text, -- null where the listing is at its end
        primary key (stack, fleet)
    );
";

/// An export, done or under way.
pub(crate) struct Database(Connection);

/// Where the listing of a stack and fleet goes on.
pub(crate) enum Place {
    Beginning,
    Token(String),
    End,
}

impl Database {
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let connection = Connection::open(path)?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self(connection))
    }

    /// How many sessions it has.
    pub(crate) fn sessions(&self) -> Result<u64> {
        self.0.query_row("select count(*) from sessions", [], |row| row.get::<_, i64>(0)).map(i64::unsigned_abs)
    }

    pub(crate) fn place(&self, stack: &str, fleet: &str) -> Result<Place> {
        let sql = "select resume_token from progress where stack = ? and fleet = ?";
        let token = self.0.query_row(sql, [stack, fleet], |row| row.get(0)).optional()?;
        Ok(match token {
            None => Place::Beginning,
            Some(Some(token)) => Place::Token(token),
            Some(None) => Place::End,
        })
    }

    /// Stores a page and where to go on behind it: both or, if the process ends on the way, neither.
    pub(crate) fn store(
        &mut self,
        stack: &str,
        fleet: &str,
        sessions: &[Session],
        token: Option<ResumeToken>,
    ) -> Result<()> {
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

fn insert(transaction: &Transaction<'_>, stack: &str, fleet: &str, session: &Session) -> Result<usize> {
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
