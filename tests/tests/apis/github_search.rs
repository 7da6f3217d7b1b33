//! GitHub REST, `GET /search/issues`: pages are numbered from 1, with `total_count`.

use paginated::{Error, Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::assert_lists;
use crate::service::{ApiError, Service, page_range, refuse, respond};

/// The real service returns at most 100 issues.
const CAP: usize = 4;

#[derive(Clone, Default)]
struct SearchIssues {
    q: &'static str,
    page: Option<u16>,
    per_page: Option<u16>,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct SearchResults {
    total_count: u64,
    incomplete_results: bool,
    items: Vec<Issue>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Issue {
    number: u64,
}

struct GitHub {
    service: Service,
    issues: usize,
}

impl GitHub {
    /// Searches issues.
    ///
    /// A page after the first 1000 results is refused with status 422. Here, each page after the last one is refused, so that only
    /// the total can end the list. A `per_page` above the limit is reduced to it.
    #[paginated(
        page_number = "page",
        start = 1,
        limit_key = "per_page",
        result_key = "items",
        total_items = "total_count"
    )]
    async fn search(&self, request: SearchIssues) -> Result<SearchResults, ApiError> {
        self.service.receive().await?;
        if request.q != "is:open" {
            return refuse("422: Validation Failed");
        }
        let size = usize::from(request.per_page.unwrap_or(30)).min(CAP);
        let start = (usize::from(request.page.unwrap_or(1)) - 1) * size;
        let range = page_range(start, size, self.issues);
        if range.is_empty() && start > 0 {
            return refuse("422: Only the first 1000 search results are available");
        }
        let items: Vec<_> = range.map(|number| json!({"number": number, "score": 1.0})).collect();
        respond(json!({"total_count": self.issues, "incomplete_results": false, "items": items}))
    }

    fn with_issues(issues: usize) -> Self {
        Self { service: Service::default(), issues }
    }
}

fn request() -> SearchIssues {
    SearchIssues { q: "is:open", ..SearchIssues::default() }
}

fn issues(issues: u64) -> Vec<Issue> {
    (0..issues).map(|number| Issue { number }).collect()
}

/// A list that is resumed in its last page ends there too, because the resume token has the number of issues before the page.
#[tokio::test]
async fn results_are_listed_to_the_total() {
    let github = GitHub::with_issues(9);
    assert_lists!(github.service, github.search_paginator(request()), issues(9), requests: 3);
    assert_lists!(github.service, github.search_paginator(request()).page_size(3), issues(9), requests: 3);
    assert_lists!(github.service, github.search_paginator(request()).page_size(2), issues(9), requests: 5);
    assert_lists!(github.service, github.search_paginator(request()).page_size(100), issues(9), requests: 3);
    let full = github.search_paginator(request()).full_result().await.unwrap();
    assert_eq!((full.output.total_count, full.output.incomplete_results), (9, false));
}

#[tokio::test]
async fn no_results_are_one_page() {
    let github = GitHub::with_issues(0);
    assert_lists!(github.service, github.search_paginator(request()), issues(0), requests: 1);
}

/// The number of issues before page 2 is not known, because the service has a cap.
#[tokio::test]
async fn a_list_that_begins_at_the_page_of_the_caller_does_not_use_the_total() {
    let github = GitHub::with_issues(9);
    let mut items = github.search_paginator(SearchIssues { page: Some(2), ..request() }).items();
    for issue in &issues(9)[4..] {
        assert_eq!(items.try_next().await.unwrap().as_ref(), Some(issue));
    }
    assert!(matches!(items.try_next().await, Err(Error::Operation(ApiError::Refused(_)))));
}
