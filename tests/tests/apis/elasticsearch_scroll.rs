//! Elasticsearch, `POST /{index}/_search?scroll=1m` and then `POST /_search/scroll`: the id is a handle to a stateful read.

use std::cell::RefCell;

use paginated::{Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::{assert_lists_whole, assert_retries};
use crate::service::{ApiError, Service, page_range, refuse, respond};

const DOCUMENTS: usize = 10;

#[derive(Clone, Default)]
struct Scroll {
    scroll: &'static str,
    scroll_id: Option<String>,
    index: Option<&'static str>,
    size: Option<u32>,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct ScrollResponse {
    #[serde(rename = "_scroll_id")]
    scroll_id: Option<String>,
    hits: Hits,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct Hits {
    hits: Vec<Hit>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Hit {
    #[serde(rename = "_id")]
    id: String,
}

/// An open scroll.
struct Context {
    position: usize,
    size: usize,
}

#[derive(Default)]
struct Elasticsearch {
    service: Service,
    contexts: RefCell<Vec<Context>>,
}

impl Elasticsearch {
    /// Opens a scroll, or returns its next page.
    ///
    /// Each request with a scroll id returns other hits. A scroll request has only `scroll` and `scroll_id`, and the service
    /// refuses the parameters of the search. The scroll ends at an empty page.
    #[paginated(
        input_token = "scroll_id",
        carried_token = "scroll_id",
        first_page_only = ["index", "size"],
        limit_key = "size",
        end_on = "empty_page",
        result_key = "hits.hits"
    )]
    async fn scroll(&self, request: Scroll) -> Result<ScrollResponse, ApiError> {
        self.service.receive().await?;
        if request.scroll != "1m" {
            return refuse("illegal_argument_exception: scroll is missing");
        }
        let mut contexts = self.contexts.borrow_mut();
        let handle = match &request.scroll_id {
            None if request.index != Some("logs") => return refuse("index_not_found_exception"),
            None => {
                contexts.push(Context { position: 0, size: request.size.unwrap_or(10) as usize });
                contexts.len() - 1
            }
            Some(_) if request.size.is_some() || request.index.is_some() => {
                return refuse("illegal_argument_exception: Unknown parameter in request body");
            }
            Some(id) => match id.strip_prefix("DXF1ZXJ5").map(str::parse) {
                Some(Ok(handle)) if handle < contexts.len() => handle,
                _ => return refuse("search_context_missing_exception: No search context found for id"),
            },
        };
        let Context { position, size } = &mut contexts[handle];
        let range = page_range(*position, *size, DOCUMENTS);
        *position = range.end;
        let hits: Vec<_> = range.map(|n| json!({"_index": "logs", "_id": format!("d{n}")})).collect();
        let hits = json!({"total": {"value": DOCUMENTS, "relation": "eq"}, "hits": hits});
        respond(json!({"_scroll_id": format!("DXF1ZXJ5{handle}"), "took": 1, "timed_out": false, "hits": hits}))
    }
}

/// The list has no `resume_token()`, because a page of a scroll is returned once. Requests fail here before the service reads.
#[tokio::test]
async fn hits_are_read_from_a_scroll_to_an_empty_page() {
    let elasticsearch = Elasticsearch::default();
    let request = || Scroll { scroll: "1m", index: Some("logs"), size: Some(4), ..Scroll::default() };
    let hits: Vec<_> = (0..DOCUMENTS).map(|n| Hit { id: format!("d{n}") }).collect();
    assert_lists_whole!(elasticsearch.service, elasticsearch.scroll_paginator(request()), hits, 4);
    assert_retries!(elasticsearch.service, elasticsearch.scroll_paginator(request()), hits, 4);
    let paginator = || elasticsearch.scroll_paginator(request()).page_size(3);
    assert_lists_whole!(elasticsearch.service, paginator(), hits, 5);
}
