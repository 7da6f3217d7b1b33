//! `sqlx`: the rows after a key, or after a number of rows.
//!
//! # What to watch for
//!
//! - Both queries need an `ORDER BY` with a unique key. Otherwise, rows with equal keys may be skipped or repeated.
//! - A key is stable and is found by an index. An offset moves when rows are inserted or deleted while the list is read, and the
//!   database reads and discards all rows before it.
//! - A query returns a short page only at the end of the table, so `end_on = "short_page"` saves the last query.
//! - `sqlx::Query::fetch` streams the rows of one query. A paginator does not hold a connection between its pages, and can
//!   be resumed by another process.

use paginated::paginated;
use sqlx::{FromRow, Result, SqlitePool, query_as};

#[derive(Debug, FromRow, PartialEq)]
pub struct User {
    pub id: i64,
    pub name: String,
}

/// Selects the rows after a key.
#[paginated(input_token = after, output_token = "[-1].id", limit_key = limit, result_key = "@", end_on = "short_page")]
pub async fn users_after(pool: &SqlitePool, after: Option<i64>, limit: Option<u32>) -> Result<Vec<User>> {
    query_as("SELECT id, name FROM users WHERE id > coalesce(?, -9223372036854775808) ORDER BY id LIMIT ?")
        .bind(after)
        .bind(limit.unwrap_or(1000))
        .fetch_all(pool)
        .await
}

/// Selects the rows from an offset on.
#[paginated(offset = offset, limit_key = limit, result_key = "@", end_on = "short_page")]
pub async fn users_at(pool: &SqlitePool, offset: i64, limit: Option<u32>) -> Result<Vec<User>> {
    query_as("SELECT id, name FROM users ORDER BY name, id LIMIT ? OFFSET ?")
        .bind(limit.unwrap_or(1000))
        .bind(offset)
        .fetch_all(pool)
        .await
}

#[cfg(test)]
mod tests {
    use sqlx::sqlite::SqlitePoolOptions;

    use super::*;
    use crate::service::collect;

    async fn pool() -> SqlitePool {
        // A database in memory belongs to one connection.
        let pool = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await.unwrap();
        sqlx::query("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)").execute(&pool).await.unwrap();
        for id in [-1, 0, 1, 5, 6, 7, 9] {
            let insert = sqlx::query("INSERT INTO users VALUES (?, ?)").bind(id).bind(format!("user {id}"));
            insert.execute(&pool).await.unwrap();
        }
        pool
    }

    fn ids(users: Vec<User>) -> Vec<i64> {
        users.into_iter().map(|user| user.id).collect()
    }

    #[tokio::test]
    async fn lists_by_key() {
        let pool = pool().await;
        let mut users = users_after_paginator(&pool, None, None).page_size(3).max_items(2).items();
        assert_eq!(ids(collect(&mut users).await.unwrap()), [-1, 0]);

        // A key is stable: a row that is deleted does not move the others.
        sqlx::query("DELETE FROM users WHERE id = -1").execute(&pool).await.unwrap();
        let rest = users_after_paginator(&pool, Some(0), None).page_size(3);
        assert_eq!(ids(rest.items().try_collect().await.unwrap()), [1, 5, 6, 7, 9]);
    }

    #[tokio::test]
    async fn lists_by_offset() {
        let pool = pool().await;
        let mut users = users_at_paginator(&pool, 0, None).page_size(3).max_items(4).items();
        assert_eq!(ids(collect(&mut users).await.unwrap()), [-1, 0, 1, 5]);
        let rest = users_at_paginator(&pool, 0, None).page_size(2).starting_token(users.resume_token().unwrap());
        assert_eq!(ids(rest.items().try_collect().await.unwrap()), [6, 7, 9]);
    }
}
