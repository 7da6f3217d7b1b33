//! The database of exported products.

use std::path::Path;

use paginated::ResumeToken;
use rusqlite::{Connection, OptionalExtension, params};

use crate::client::Product;

/// The primary key rejects a product that is stored twice.
const SCHEMA: &str = "
    pragma journal_mode = wal;
    pragma synchronous = normal;
    create table if not exists products (id integer not null primary key, name text not null);
    create table if not exists progress (
        id integer not null primary key check (id = 1),
        resume_token text -- null if the list is complete
    );
";

pub(crate) struct Database(Connection);

/// The stored state of the list.
pub(crate) enum ListProgress {
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

    pub(crate) fn count_products(&self) -> rusqlite::Result<u64> {
        self.0.query_row("select count(*) from products", [], |row| row.get(0))
    }

    pub(crate) fn progress(&self) -> rusqlite::Result<ListProgress> {
        let token = self.0.query_row("select resume_token from progress", [], |row| row.get(0)).optional()?;
        Ok(match token {
            None => ListProgress::NotStarted,
            Some(Some(token)) => ListProgress::ResumeToken(token),
            Some(None) => ListProgress::Complete,
        })
    }

    /// Stores a page and the resume token after it in one transaction.
    pub(crate) fn store_page(&mut self, products: &[Product], token: Option<ResumeToken>) -> rusqlite::Result<()> {
        let transaction = self.0.transaction()?;
        for Product { id, name } in products {
            transaction.execute("insert into products (id, name) values (?, ?)", params![id, name])?;
        }
        transaction.execute(
            "insert or replace into progress (id, resume_token) values (1, ?)",
            [token.map(|token| token.to_string())],
        )?;
        transaction.commit()
    }
}
