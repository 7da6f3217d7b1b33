//! Jira Data Center, `GET /rest/api/2/search`: `startAt`, `maxResults`, and `total`.

use paginated::{Error, Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::{assert_lists, assert_resumes};
use crate::service::{ApiError, Service, page_range, refuse, respond};

const ISSUES: usize = 11;
/// The real service returns at most 100 issues.
const CAP: usize = 4;

#[derive(Clone, Default)]
struct Search {
    jql: String,
    start_at: i32,
    max_results: Option<i32>,
}

#[derive(Clone, Debug, Deserialize, Page)]
#[serde(rename_all = "camelCase")]
struct SearchResults {
    start_at: i64,
    max_results: i32,
    total: i64,
    issues: Vec<Issue>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Issue {
    key: String,
}

#[derive(Default)]
struct Jira {
    service: Service,
}

impl Jira {
    /// Searches issues.
    ///
    /// A `maxResults` above the limit of the service is reduced to the limit. A negative `startAt` is refused. A `startAt` after
    /// the last issue is answered by an empty page. Each response repeats the `startAt` and the `maxResults` that were used.
    #[paginated(
        offset = "startAt",
        limit_key = "maxResults",
        result_key = "issues",
        total_items = "total",
        echo = "startAt"
    )]
    async fn search(&self, search: Search) -> Result<SearchResults, ApiError> {
        self.service.receive().await?;
        if search.jql != "project = PAG" {
            return refuse("The JQL query is missing.");
        }
        let Ok(start) = usize::try_from(search.start_at) else {
            return refuse("The value of startAt must be 0 or greater.");
        };
        let size = match search.max_results.map(usize::try_from) {
            None => CAP,
            Some(Ok(size)) => size.min(CAP),
            Some(Err(_)) => return refuse("The value of maxResults must be 0 or greater."),
        };
        let issues: Vec<_> = page_range(start, size, ISSUES).map(|n| json!({"key": format!("PAG-{n}")})).collect();
        respond(json!({"expand": "names", "startAt": start, "maxResults": size, "total": ISSUES, "issues": issues}))
    }
}

fn search() -> Search {
    Search { jql: "project = PAG".to_owned(), ..Search::default() }
}

fn issues() -> Vec<Issue> {
    (0..ISSUES).map(|n| Issue { key: format!("PAG-{n}") }).collect()
}

#[tokio::test]
async fn issues_are_listed_by_offset() {
    let jira = Jira::default();
    assert_lists!(jira.service, jira.search_paginator(search()), issues(), requests: 3);
    assert_lists!(jira.service, jira.search_paginator(search()).page_size(2), issues(), requests: 6);
}

#[tokio::test]
async fn a_page_size_above_the_cap_does_not_skip_issues() {
    let jira = Jira::default();
    assert_lists!(jira.service, jira.search_paginator(search()).page_size(1_000), issues(), requests: 3);
    let first = jira.search_paginator(search()).page_size(1_000).pages().next().await.unwrap().unwrap();
    assert_eq!((first.max_results, first.issues.len()), (4, 4));
}

/// The requested size is not the one that the service uses.
#[tokio::test]
async fn a_list_resumes_with_any_page_size() {
    let jira = Jira::default();
    for (size, resumed_size) in [(2, 3), (3, 2), (3, 1_000), (1_000, 3)] {
        let paginator = || jira.search_paginator(search()).page_size(size);
        assert_resumes!(paginator(), jira.search_paginator(search()).page_size(resumed_size), issues());
    }
}

#[tokio::test]
async fn a_list_begins_at_the_offset_of_the_caller() {
    let jira = Jira::default();
    let search = || Search { start_at: 5, ..search() };
    assert_lists!(jira.service, jira.search_paginator(search()), &issues()[5..], requests: 2);
}

#[tokio::test]
async fn an_error_of_the_service_is_returned() {
    let jira = Jira::default();
    let error = jira.search_paginator(Search::default()).items().try_next().await.unwrap_err();
    assert!(matches!(error, Error::Operation(ApiError::Refused(_))));
}
