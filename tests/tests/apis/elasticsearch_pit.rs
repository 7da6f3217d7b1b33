//! Elasticsearch, `POST /_search` with a point in time: `search_after` is the position, and `pit.id` is carried.

use paginated::{Error, Page, paginated};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::checks::assert_lists;
use crate::service::{ApiError, Service, page_range, refuse, respond};

const DOCUMENTS: usize = 10;

#[derive(Clone)]
struct Search {
    pit: Pit,
    sort: Vec<&'static str>,
    search_after: Option<Vec<Value>>,
    size: Option<u64>,
}

#[derive(Clone)]
struct Pit {
    id: Option<String>,
    keep_alive: &'static str,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct SearchResponse {
    pit_id: Option<String>,
    hits: Hits,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct Hits {
    hits: Vec<Hit>,
}

#[derive(Clone, Debug, Deserialize, Page, PartialEq)]
struct Hit {
    #[serde(rename = "_id")]
    id: String,
    sort: Option<Vec<Value>>,
}

#[derive(Default)]
struct Elasticsearch {
    service: Service,
}

impl Elasticsearch {
    /// `POST /{index}/_pit?keep_alive=1m`.
    fn open_point_in_time(&self) -> Search {
        let pit = Pit { id: Some(self.service.issue(0)), keep_alive: "1m" };
        Search { pit, sort: vec!["_shard_doc"], search_after: None, size: Some(4) }
    }

    /// Searches in a point in time.
    ///
    /// Each response may have another id, and the next request must have the most recent one. Here, an id is valid only for the
    /// page after the response that had it. A `size` above 10,000 is refused. `search_after` has as many values as `sort`. The hits of
    /// a search without a `sort` have no sort values.
    #[paginated(
        input_token = ["pit.id", "search_after"],
        output_token = ["pit_id", "hits.hits[-1].sort"],
        carried_token = "pit.id",
        limit_key = "size",
        result_key = "hits.hits"
    )]
    async fn search(&self, search: Search) -> Result<SearchResponse, ApiError> {
        self.service.receive().await?;
        if search.pit.keep_alive != "1m" || !(search.sort.is_empty() || search.sort == ["_shard_doc"]) {
            return refuse("illegal_argument_exception");
        }
        let start = match search.search_after.as_deref() {
            None => 0,
            Some([position]) => match position.as_u64() {
                Some(position) => usize::try_from(position).unwrap() + 1,
                None => return refuse("illegal_argument_exception: Failed to parse search_after value"),
            },
            Some(_) => return refuse("illegal_argument_exception: search_after has 1 value(s) but sort has 1."),
        };
        let size = match search.size.unwrap_or(10) {
            size @ ..=10_000 => usize::try_from(size).unwrap(),
            _ => return refuse("illegal_argument_exception: Result window is too large"),
        };
        if search.pit.id.as_deref().and_then(|id| self.service.redeem(id)) != Some(start) {
            return refuse("search_context_missing_exception: No search context found for id");
        }
        let range = page_range(start, size, DOCUMENTS);
        let hits: Vec<_> = range
            .clone()
            .map(|n| match search.sort.is_empty() {
                true => json!({"_index": "logs", "_id": format!("d{n}"), "_score": 1.0}),
                false => json!({"_index": "logs", "_id": format!("d{n}"), "_score": null, "sort": [n]}),
            })
            .collect();
        let hits = json!({"total": {"value": DOCUMENTS, "relation": "eq"}, "max_score": null, "hits": hits});
        respond(json!({"pit_id": self.service.issue(range.end), "took": 1, "timed_out": false, "hits": hits}))
    }
}

fn hits() -> Vec<Hit> {
    (0..DOCUMENTS).map(|n| Hit { id: format!("d{n}"), sort: Some(vec![json!(n)]) }).collect()
}

/// The last page is empty: the `sort` of its last hit is absent, and its `pit_id` is not a reason to continue.
#[tokio::test]
async fn hits_are_listed_by_their_sort_values_with_the_last_point_in_time() {
    let elasticsearch = Elasticsearch::default();
    let search = elasticsearch.open_point_in_time();
    assert_lists!(elasticsearch.service, elasticsearch.search_paginator(search.clone()), hits(), requests: 4);
    let paginator = || elasticsearch.search_paginator(search.clone()).page_size(1);
    assert_lists!(elasticsearch.service, paginator(), hits(), requests: 11);
}

/// `sort` is an `Option` here. If it is not, decoding such a hit is an error.
#[tokio::test]
async fn a_search_without_a_sort_ends_after_the_first_page() {
    let elasticsearch = Elasticsearch::default();
    let search = Search { sort: vec![], ..elasticsearch.open_point_in_time() };
    let hits: Vec<_> = elasticsearch.search_paginator(search).items().try_collect().await.unwrap();
    assert_eq!(hits, [0, 1, 2, 3].map(|n| Hit { id: format!("d{n}"), sort: None }));
}

#[tokio::test]
async fn a_result_window_that_is_too_large_is_refused() {
    let elasticsearch = Elasticsearch::default();
    let search = elasticsearch.open_point_in_time();
    let error = elasticsearch.search_paginator(search).page_size(10_001).items().try_next().await.unwrap_err();
    assert!(matches!(error, Error::Operation(ApiError::Refused(_))));
}
