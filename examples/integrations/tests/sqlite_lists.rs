//! SQLite: `LIMIT … OFFSET …`, and keyset pagination.

#[path = "../../../tests/tests/apis/checks.rs"]
#[allow(unreachable_pub, reason = "it is a module of other tests too")]
mod checks;
#[path = "../../../tests/tests/apis/service.rs"]
#[allow(dead_code, unreachable_pub, clippy::unnecessary_wraps, reason = "the APIs of the other tests use more of it")]
mod service;

use paginated::paginated;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};

use crate::checks::assert_lists;
use crate::service::{ApiError, Service};

/// The queries of the database.
struct Database {
    service: Service,
    connection: Connection,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Player {
    id: i64,
    score: i64,
    name: String,
}

impl Player {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { id: row.get("id")?, score: row.get("score")?, name: row.get("name")? })
    }
}

#[derive(Clone)]
struct ByOffset {
    offset: i64,
    limit: i64,
}

#[derive(Clone)]
struct ById {
    after: Option<i64>,
    limit: i64,
}

#[derive(Clone)]
struct ByScore {
    after: Option<Player>,
    limit: i64,
}

impl Database {
    /// Opens a database whose first player has the id 0, and in which players share scores.
    fn open() -> Self {
        let connection = Connection::open_in_memory().unwrap();
        connection
            .execute("CREATE TABLE players (id INTEGER PRIMARY KEY, score INTEGER NOT NULL, name TEXT NOT NULL)", [])
            .unwrap();
        let mut insert = connection.prepare("INSERT INTO players VALUES (?1, ?2, ?3)").unwrap();
        for id in 0..10 {
            insert.execute(params![id, (7 - id) / 4, format!("player {id}")]).unwrap();
        }
        drop(insert);
        Self { service: Service::default(), connection }
    }

    /// Runs a query.
    ///
    /// # Panics
    ///
    /// Panics if SQLite refuses the query.
    async fn players(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<Player>, ApiError> {
        self.service.receive().await?;
        let mut statement = self.connection.prepare(sql).unwrap();
        let players = statement.query_map(params, Player::from_row).unwrap();
        Ok(players.map(Result::unwrap).collect())
    }

    /// Lists players. An offset after the last row returns no rows.
    #[paginated(offset = "offset", limit_key = "limit", result_key = "@")]
    async fn by_offset(&self, query: ByOffset) -> Result<Vec<Player>, ApiError> {
        self.players("SELECT * FROM players ORDER BY id LIMIT ?1 OFFSET ?2", [query.limit, query.offset]).await
    }

    /// Lists players. A short page is the last one, because the database has no cap.
    #[paginated(offset = "offset", limit_key = "limit", result_key = "@", end_on = "short_page")]
    async fn by_offset_to_short_page(&self, query: ByOffset) -> Result<Vec<Player>, ApiError> {
        self.players("SELECT * FROM players ORDER BY id LIMIT ?1 OFFSET ?2", [query.limit, query.offset]).await
    }

    /// Lists players after an id. The last id of a page may be 0.
    #[paginated(input_token = "after", output_token = "[-1].id", limit_key = "limit", result_key = "@")]
    async fn by_id(&self, query: ById) -> Result<Vec<Player>, ApiError> {
        self.players(
            "SELECT * FROM players WHERE ?1 IS NULL OR id > ?1 ORDER BY id LIMIT ?2",
            params![query.after, query.limit],
        )
        .await
    }

    /// Lists players after a score and an id, each of which may be 0. Scores are not unique, so the last row is the token.
    #[paginated(
        input_token = "after",
        output_token = "[-1]",
        limit_key = "limit",
        result_key = "@",
        end_on = "short_page"
    )]
    async fn by_score(&self, query: ByScore) -> Result<Vec<Player>, ApiError> {
        let (score, id) = query.after.map(|player| (player.score, player.id)).unzip();
        self.players(
            "SELECT * FROM players WHERE ?1 IS NULL OR (score, id) > (?1, ?2) ORDER BY score, id LIMIT ?3",
            params![score, id, query.limit],
        )
        .await
    }
}

/// Lists players without a client type. Calls of SQLite are blocking.
#[paginated(input_token = "after", output_token = "[-1].id", limit_key = "limit", result_key = "@")]
#[allow(clippy::needless_pass_by_value, reason = "the paginator clones the query for each call")]
fn list_players(connection: &Connection, query: ById) -> rusqlite::Result<Vec<Player>> {
    let mut statement = connection.prepare("SELECT * FROM players WHERE ?1 IS NULL OR id > ?1 ORDER BY id LIMIT ?2")?;
    statement.query_map(params![query.after, query.limit], Player::from_row)?.collect()
}

fn players() -> Vec<Player> {
    (0..10).map(|id| Player { id, score: (7 - id) / 4, name: format!("player {id}") }).collect()
}

#[tokio::test]
async fn rows_are_listed_by_offset() {
    let database = Database::open();
    let query = || ByOffset { offset: 0, limit: 4 };
    assert_lists!(database.service, database.by_offset_paginator(query()), players(), requests: 4);
    assert_lists!(database.service, database.by_offset_to_short_page_paginator(query()), players(), requests: 3);
    // The last page is full.
    assert_lists!(database.service, database.by_offset_paginator(query()).page_size(5), players(), requests: 3);
}

#[tokio::test]
async fn rows_are_listed_by_an_id_that_may_be_0() {
    let database = Database::open();
    let query = || ById { after: None, limit: 4 };
    assert_lists!(database.service, database.by_id_paginator(query()), players(), requests: 4);
    assert_lists!(database.service, database.by_id_paginator(query()).page_size(1), players(), requests: 11);
}

#[tokio::test]
async fn rows_are_listed_by_a_row_value_of_which_any_part_may_be_0() {
    let database = Database::open();
    let mut players = players();
    players.sort_by_key(|player| (player.score, player.id));
    let query = || ByScore { after: None, limit: 4 };
    assert_lists!(database.service, database.by_score_paginator(query()), &players, requests: 3);
    assert_lists!(database.service, database.by_score_paginator(query()).page_size(1), &players, requests: 11);
}

#[test]
fn rows_are_listed_by_a_blocking_function() {
    let database = Database::open();
    let paginator = || list_players_paginator(&database.connection, ById { after: None, limit: 4 });
    assert_eq!(paginator().items().collect::<Result<Vec<_>, _>>().unwrap(), players());
    for cut in 0..=10 {
        let mut items = paginator().max_items(cut).items();
        assert_eq!(items.by_ref().collect::<Result<Vec<_>, _>>().unwrap(), players()[..cut]);
        let Some(token) = items.resume_token() else { panic!("the end is not known before the empty page") };
        let rest: Vec<_> = paginator().starting_token(token.to_string()).items().collect::<Result<_, _>>().unwrap();
        assert_eq!(rest, players()[cut..]);
    }
}
