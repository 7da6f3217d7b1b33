//! A service in memory, that answers at once: what is left of a listing's cost is the listing.

use std::fmt;

use paginated::{Page, paginated};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What a page holds many of.
pub trait Row: Clone + Send + Sync + Serialize + DeserializeOwned + 'static {
    /// The `n`th of them.
    fn row(n: u64) -> Self;
    /// What is summed over all rows: each means has to use each row.
    fn weight(&self) -> u64;
}

impl Row for u64 {
    fn row(n: u64) -> Self {
        n
    }
    fn weight(&self) -> u64 {
        *self
    }
}

/// A row as services have them.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Session {
    pub id: String,
    pub user_id: String,
    pub stack_name: String,
    pub fleet_name: String,
    pub state: String,
    pub started: u64,
    pub private_ip_address: Option<String>,
}

impl Row for Session {
    fn row(n: u64) -> Self {
        Self {
            id: format!("3c4e7b1a-0000-4000-8000-{n:012}"),
            user_id: format!("user-{n}@example.com"),
            stack_name: "research".to_owned(),
            fleet_name: "research-large".to_owned(),
            state: "ACTIVE".to_owned(),
            started: 1_700_000_000 + n,
            private_ip_address: n.is_multiple_of(2).then(|| format!("10.0.{}.{}", n / 256 % 256, n % 256)),
        }
    }
    fn weight(&self) -> u64 {
        self.started
    }
}

/// The request.
#[derive(Clone, Debug)]
pub struct ListInput {
    pub stack_name: String,
    pub fleet_name: String,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

impl ListInput {
    /// The request of a first page.
    pub fn first() -> Self {
        Self {
            stack_name: "research".to_owned(),
            fleet_name: "research-large".to_owned(),
            next_token: None,
            limit: None,
        }
    }
}

/// The page.
#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase")]
pub struct ListOutput<T> {
    pub rows: Vec<T>,
    pub next_token: Option<String>,
}

/// Why a request failed: it never does.
#[derive(Debug)]
pub struct Failed;

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("failed")
    }
}

impl std::error::Error for Failed {}

/// Where the service has its pages from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pages {
    /// They are there.
    Ready,
    /// Each is decoded from JSON.
    Json,
}

/// The service.
#[derive(Debug)]
pub struct Service<T> {
    pages: u64,
    page: ListOutput<T>,
    json: Option<Vec<u8>>,
}

impl<T: Row> Service<T> {
    /// A service of `pages` pages of `rows` rows.
    pub fn new(from: Pages, pages: u64, rows: u64) -> Self {
        let page = ListOutput { rows: (0..rows).map(T::row).collect(), next_token: None };
        let json = (from == Pages::Json).then(|| serde_json::to_vec(&page).expect("rows are JSON"));
        Self { pages, page, json }
    }

    /// What a listing of everything sums up to.
    pub fn weight(&self) -> u64 {
        self.pages * self.page.rows.iter().map(T::weight).sum::<u64>()
    }

    /// Never inlined: a real request is not either, and a loop must not be fused with the service.
    #[inline(never)]
    fn answer(&self, token: Option<&str>) -> Result<ListOutput<T>, Failed> {
        let at: u64 = token.map_or(Ok(0), str::parse).map_err(|_| Failed)?;
        let mut page = match &self.json {
            None => self.page.clone(),
            Some(json) => serde_json::from_slice(json).map_err(|_| Failed)?,
        };
        page.next_token = (at + 1 < self.pages).then(|| (at + 1).to_string());
        Ok(page)
    }

    /// Lists rows.
    #[paginated(input_token = "NextToken", result_key = "Rows")]
    pub async fn list(&self, input: ListInput) -> Result<ListOutput<T>, Failed> {
        self.answer(input.next_token.as_deref())
    }

    /// Lists rows, by a request that is not consumed.
    #[paginated(input_token = "NextToken", result_key = "Rows")]
    pub async fn list_lent(&self, input: &ListInput) -> Result<ListOutput<T>, Failed> {
        self.answer(input.next_token.as_deref())
    }

    /// Lists rows, and blocks.
    #[paginated(input_token = "NextToken", result_key = "Rows")]
    pub fn list_blocking(&self, input: &ListInput) -> Result<ListOutput<T>, Failed> {
        self.answer(input.next_token.as_deref())
    }
}
