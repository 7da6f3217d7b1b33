//! An in-memory service. Its requests complete immediately, so that the measurements show the cost of the pagination.

use std::fmt;

use paginated::{Page, paginated};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// An element of a page.
pub trait Row: Clone + Send + Sync + Serialize + DeserializeOwned + 'static {
    /// Creates the `n`th row.
    fn generate(n: u64) -> Self;
    /// Returns a number that is summed over all rows, so that each implementation must use each row.
    fn weight(&self) -> u64;
}

impl Row for u64 {
    fn generate(n: u64) -> Self {
        n
    }
    fn weight(&self) -> u64 {
        *self
    }
}

/// A row with typical fields.
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
    fn generate(n: u64) -> Self {
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

/// The request of a page.
#[derive(Clone, Debug)]
pub struct ListInput {
    pub stack_name: String,
    pub fleet_name: String,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

impl ListInput {
    /// Returns the request of the first page.
    pub fn first() -> Self {
        Self {
            stack_name: "research".to_owned(),
            fleet_name: "research-large".to_owned(),
            next_token: None,
            limit: None,
        }
    }
}

/// A page.
#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase")]
pub struct ListOutput<T> {
    pub rows: Vec<T>,
    pub next_token: Option<String>,
}

/// The error of a request, which never occurs.
#[derive(Debug)]
pub struct Failed;

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("failed")
    }
}

impl std::error::Error for Failed {}

/// The form in which the service stores its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageSource {
    /// The page is cloned for each request.
    Memory,
    /// The page is decoded from JSON for each request.
    Json,
}

/// A service that returns the same rows in each page.
#[derive(Debug)]
pub struct Service<T> {
    pages: u64,
    page: ListOutput<T>,
    json: Option<Vec<u8>>,
}

impl<T: Row> Service<T> {
    /// Creates a service with `pages` pages of `rows` rows.
    pub fn new(source: PageSource, pages: u64, rows: u64) -> Self {
        let page = ListOutput { rows: (0..rows).map(T::generate).collect(), next_token: None };
        let json = (source == PageSource::Json).then(|| serde_json::to_vec(&page).expect("rows can be serialized"));
        Self { pages, page, json }
    }

    /// Returns the sum of the weights of all rows.
    pub fn total_weight(&self) -> u64 {
        self.pages * self.page.rows.iter().map(T::weight).sum::<u64>()
    }

    /// Returns a page. It is never inlined, so that a loop cannot be optimized together with the service.
    #[inline(never)]
    fn fetch(&self, token: Option<&str>) -> Result<ListOutput<T>, Failed> {
        let number: u64 = token.map_or(Ok(0), str::parse).map_err(|_| Failed)?;
        let mut page = match &self.json {
            None => self.page.clone(),
            Some(json) => serde_json::from_slice(json).map_err(|_| Failed)?,
        };
        page.next_token = (number + 1 < self.pages).then(|| (number + 1).to_string());
        Ok(page)
    }

    /// Requests a page by value.
    #[paginated(input_token = "NextToken", result_key = "Rows")]
    pub async fn list(&self, input: ListInput) -> Result<ListOutput<T>, Failed> {
        self.fetch(input.next_token.as_deref())
    }

    /// Requests a page by reference.
    #[paginated(input_token = "NextToken", result_key = "Rows")]
    pub async fn list_by_ref(&self, input: &ListInput) -> Result<ListOutput<T>, Failed> {
        self.fetch(input.next_token.as_deref())
    }

    /// Requests a page and blocks.
    #[paginated(input_token = "NextToken", result_key = "Rows")]
    pub fn list_blocking(&self, input: &ListInput) -> Result<ListOutput<T>, Failed> {
        self.fetch(input.next_token.as_deref())
    }
}
