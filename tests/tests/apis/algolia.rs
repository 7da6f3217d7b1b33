//! Algolia, `POST /1/indexes/{index}/query`: pages are numbered from 0, with `nbPages`.

use paginated::{Error, Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::assert_lists;
use crate::service::{ApiError, Service, page_range, refuse, respond};

const HITS: usize = 11;
/// The real service returns 20 hits by default.
const DEFAULT_SIZE: usize = 4;

#[derive(Clone, Default)]
struct SearchParams {
    query: String,
    page: Option<u32>,
    hits_per_page: Option<u32>,
}

#[derive(Clone, Debug, Deserialize, Page)]
#[serde(rename_all = "camelCase")]
struct SearchResponse {
    hits: Vec<Hit>,
    page: u32,
    nb_pages: u32,
    nb_hits: u64,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Hit {
    #[serde(rename = "objectID")]
    object_id: String,
}

#[derive(Default)]
struct Algolia {
    service: Service,
}

impl Algolia {
    /// Searches an index.
    ///
    /// Pages are numbered from 0. A `hitsPerPage` outside of 1 to 1000 is refused. The response repeats `page`, and has the number
    /// of pages for this `hitsPerPage`.
    #[paginated(
        page_number = "page",
        start = 0,
        limit_key = "hitsPerPage",
        result_key = "hits",
        total_pages = "nbPages",
        echo = "page"
    )]
    async fn search(&self, params: SearchParams) -> Result<SearchResponse, ApiError> {
        self.service.receive().await?;
        if params.query != "crash" {
            return refuse("400: the query is another one");
        }
        let page = params.page.unwrap_or(0) as usize;
        let size = match params.hits_per_page {
            None => DEFAULT_SIZE,
            Some(size @ 1..=1000) => size as usize,
            Some(_) => {
                return refuse("400: invalid value for \"hitsPerPage\" parameter, expected integer between 1 and 1000");
            }
        };
        let range = page_range(page * size, size, HITS);
        let hits: Vec<_> = range.map(|n| json!({"objectID": format!("hit-{n}"), "_highlightResult": {}})).collect();
        let nb_pages = HITS.div_ceil(size);
        respond(json!({"hits": hits, "page": page, "nbPages": nb_pages, "nbHits": HITS, "hitsPerPage": size}))
    }
}

fn params() -> SearchParams {
    SearchParams { query: "crash".to_owned(), ..SearchParams::default() }
}

fn hits() -> Vec<Hit> {
    (0..HITS).map(|n| Hit { object_id: format!("hit-{n}") }).collect()
}

#[tokio::test]
async fn hits_are_listed_by_page_number_from_0() {
    let algolia = Algolia::default();
    assert_lists!(algolia.service, algolia.search_paginator(params()), hits(), requests: 3);
    assert_lists!(algolia.service, algolia.search_paginator(params()).page_size(5), hits(), requests: 3);
    // No request for an empty page after the last one.
    assert_lists!(algolia.service, algolia.search_paginator(params()).page_size(11), hits(), requests: 1);
    let page = algolia.search_paginator(params()).pages().next().await.unwrap().unwrap();
    assert_eq!((page.page, page.nb_hits), (0, 11));
}

#[tokio::test]
async fn a_list_begins_at_the_page_of_the_caller() {
    let algolia = Algolia::default();
    let params = || SearchParams { page: Some(1), ..params() };
    assert_lists!(algolia.service, algolia.search_paginator(params()), &hits()[4..], requests: 2);
}

#[tokio::test]
async fn a_page_size_above_the_cap_is_refused() {
    let algolia = Algolia::default();
    let error = algolia.search_paginator(params()).page_size(1_001).items().try_next().await.unwrap_err();
    assert!(matches!(error, Error::Operation(ApiError::Refused(_))));
}
