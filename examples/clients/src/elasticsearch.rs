//! `elasticsearch`: `search_after` with a point in time, and scrolling.
//!
//! # What to watch for
//!
//! - A search that timed out, or in which a shard failed, has status 200 and fewer hits, or none. It looks like the end of the
//!   list, so the method must return an error.
//! - A list with `search_after` needs a sort. A point in time adds a unique key to it. Without a sort, the hits have no sort
//!   values, and the list ends after the first page. `_shard_doc` is the fastest sort.
//! - The id of the point in time may change with each response. It is a `carried_token`: it is sent with each request, and does
//!   not mean that there are more pages.
//! - The only token of a scroll is its id, which is carried, too. The list ends at an empty page, and has no resume token. Do not
//!   call `retry()`, because a scroll that failed may have advanced. Prefer `search_after`.
//! - Close the point in time, or clear the scroll, after the list.

use elasticsearch::http::response::Response;
use elasticsearch::{Elasticsearch, Error, ScrollParts, SearchParts};
use paginated::{Page, paginated};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The body of a search in a point in time.
#[derive(Clone, Serialize)]
pub struct SearchBody {
    pub pit: PointInTime,
    pub sort: Value,
    /// `null` is an error of the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search_after: Option<Vec<Value>>,
}

#[derive(Clone, Serialize)]
pub struct PointInTime {
    pub id: String,
    pub keep_alive: &'static str,
}

#[derive(Deserialize, Page)]
pub struct SearchResponse {
    timed_out: bool,
    #[serde(rename = "_shards")]
    shards: Shards,
    pit_id: Option<String>,
    #[serde(rename = "_scroll_id")]
    scroll_id: Option<String>,
    pub hits: Hits,
}

#[derive(Deserialize)]
struct Shards {
    failed: u32,
}

#[derive(Deserialize, Page)]
pub struct Hits {
    pub hits: Vec<Hit>,
}

#[derive(Debug, Deserialize)]
pub struct Hit {
    #[serde(rename = "_source")]
    pub source: Value,
    sort: Option<Vec<Value>>,
}

/// The reason why a search failed.
#[derive(Debug)]
pub enum SearchError {
    Request(Error),
    /// The search timed out, or shards failed.
    Incomplete,
}

impl From<Error> for SearchError {
    fn from(error: Error) -> Self {
        Self::Request(error)
    }
}

/// Requests the hits after those with the sort values `search_after`.
#[paginated(
    input_token = ["search_after", "pit.id"],
    output_token = ["hits.hits[-1].sort", "pit_id"],
    carried_token = "pit.id",
    limit_key = "size",
    result_key = "hits.hits",
)]
pub async fn search(client: &Elasticsearch, request: &SearchBody) -> Result<SearchResponse, SearchError> {
    check(client.search(SearchParts::None).body(request).send().await?).await
}

/// Requests the next page of a scroll, or the first one.
#[paginated(
    input_token = "scroll_id",
    output_token = "scroll_id",
    carried_token = "scroll_id",
    end_on = "empty_page",
    limit_key = "size",
    result_key = "hits.hits"
)]
pub async fn scroll(
    client: &Elasticsearch,
    index: &str,
    size: Option<i64>,
    scroll_id: Option<String>,
) -> Result<SearchResponse, SearchError> {
    let response = match scroll_id {
        Some(id) => client.scroll(ScrollParts::None).body(json!({ "scroll_id": id, "scroll": "1m" })).send().await?,
        None => client.search(SearchParts::Index(&[index])).scroll("1m").size(size.unwrap_or(1000)).send().await?,
    };
    check(response).await
}

async fn check(response: Response) -> Result<SearchResponse, SearchError> {
    let page: SearchResponse = response.error_for_status_code()?.json().await?;
    if page.timed_out || page.shards.failed > 0 { Err(SearchError::Incomplete) } else { Ok(page) }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use elasticsearch::http::transport::Transport;

    use super::*;
    use crate::service::{self, LEN, collect, page, serve};

    /// A service that returns an incomplete response to one of the requests.
    async fn client(incomplete: Option<usize>) -> Elasticsearch {
        let (requests, scrolled) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let url = serve(move |request| {
            let number = requests.fetch_add(1, Ordering::Relaxed);
            let start = match &*request.path {
                "/_search" => {
                    // The real service refuses a size that is null.
                    assert_ne!(request.body.get("size"), Some(&Value::Null));
                    let after = request.body["search_after"][0].as_u64();
                    assert_eq!(request.body["pit"]["id"], if after.is_some() { "new" } else { "old" });
                    after.map_or(0, |id| usize::try_from(id).unwrap() + 1)
                }
                "/books/_search" => 0,
                path => {
                    assert_eq!((path, &request.body["scroll_id"]), ("/_search/scroll", &json!("s")));
                    scrolled.load(Ordering::Relaxed)
                }
            };
            let incomplete = incomplete == Some(number);
            let (ids, _) = page(start, if incomplete { 0 } else { 3 });
            scrolled.fetch_add(ids.len(), Ordering::Relaxed);
            let hits: Value = ids.map(|id| json!({ "_source": { "id": id }, "sort": [id] })).collect();
            service::json(&json!({
                "timed_out": incomplete && number == 1, "_shards": { "failed": u32::from(incomplete && number != 1) },
                "hits": { "hits": hits }, "pit_id": "new", "_scroll_id": "s",
            }))
        });
        Elasticsearch::new(Transport::single_node(&url.await).unwrap())
    }

    fn body() -> SearchBody {
        let pit = PointInTime { id: "old".into(), keep_alive: "1m" };
        SearchBody { pit, sort: json!(["id"]), size: None, search_after: None }
    }

    #[tokio::test]
    async fn lists_without_a_page_size() {
        let client = client(None).await;
        let hits: Vec<Hit> = search_paginator(&client, body()).items().try_collect().await.unwrap();
        assert!(hits.iter().enumerate().all(|(id, hit)| hit.source["id"] == id) && hits.len() == LEN);
    }

    #[tokio::test]
    async fn an_incomplete_search_is_not_the_end() {
        for incomplete in 0..3 {
            let client = client(Some(incomplete)).await;
            let mut hits = search_paginator(&client, body()).page_size(3).items();
            let error = collect(&mut hits).await.unwrap_err();
            assert!(matches!(error.as_operation(), Some(SearchError::Incomplete)));
            assert_eq!(hits.items_given(), 3 * incomplete as u64);
            hits.retry();
            assert_eq!(collect(&mut hits).await.unwrap().len(), LEN - 3 * incomplete);
        }
    }

    #[tokio::test]
    async fn a_scroll_ends_at_the_empty_page() {
        let client = client(None).await;
        let hits: Vec<Hit> = scroll_paginator(&client, "books", None, None).items().try_collect().await.unwrap();
        assert!(hits.iter().enumerate().all(|(id, hit)| hit.source["id"] == id) && hits.len() == LEN);
    }

    #[tokio::test]
    async fn an_incomplete_scroll_is_not_the_end() {
        let client = client(Some(1)).await;
        let hits: Result<Vec<Hit>, _> = scroll_paginator(&client, "books", None, None).items().try_collect().await;
        assert!(matches!(hits.unwrap_err().as_operation(), Some(SearchError::Incomplete)));
    }
}
