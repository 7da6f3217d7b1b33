//! GitHub REST, `GET /repos/{owner}/{repo}/issues`: a bare array, listed by page number or by the `Link` header.

use std::collections::HashMap;

use paginated::{Error, Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::assert_lists;
use crate::service::{ApiError, Service, page_range, refuse, respond};

const ISSUES: u32 = 11;
/// The real service returns 30 issues by default.
const DEFAULT_SIZE: u32 = 3;
/// The real service returns at most 100 issues.
const CAP: u32 = 5;

#[derive(Clone, Default)]
struct ListIssues {
    state: String,
    page: Option<u32>,
    per_page: Option<u32>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Issue {
    number: u32,
}

/// A response with its headers, as HTTP clients return it.
#[derive(Clone, Debug, Page)]
struct Response<T> {
    headers: HashMap<String, String>,
    body: T,
}

impl<T> Response<T> {
    /// Returns the URL of the next page: `<https://…>; rel="next", <https://…>; rel="last"`.
    fn next_link(&self) -> Option<String> {
        let links = self.headers.get("link")?.split(", ");
        let next = links.filter_map(|link| link.split_once("; ")).find(|(_, rel)| *rel == r#"rel="next""#)?;
        Some(next.0.trim_start_matches('<').trim_end_matches('>').to_owned())
    }
}

#[derive(Default)]
struct GitHub {
    service: Service,
}

impl GitHub {
    /// Lists issues.
    ///
    /// A `per_page` above the limit is reduced to it. The `Link` header has no `rel="next"` on the last page. A page after the
    /// last one is an empty array.
    async fn send(&self, request: ListIssues) -> Result<Response<Vec<Issue>>, ApiError> {
        self.service.receive().await?;
        if !["open", "closed", "all"].contains(&request.state.as_str()) {
            return refuse("422: state is not a valid value");
        }
        let page = request.page.unwrap_or(1).max(1);
        let size = request.per_page.filter(|size| *size > 0).unwrap_or(DEFAULT_SIZE).min(CAP);
        let numbers = page_range((page as usize - 1) * size as usize, size as usize, ISSUES as usize);
        let issues: Vec<_> = numbers.map(|number| json!({"number": number, "title": "Crash", "body": null})).collect();
        let url = |page| {
            format!("https://api.github.com/repositories/1/issues?state={}&per_page={size}&page={page}", request.state)
        };
        let last = ISSUES.div_ceil(size);
        let mut links = Vec::new();
        if page > 1 {
            links.push(format!(r#"<{}>; rel="prev", <{}>; rel="first""#, url(page - 1), url(1)));
        }
        if page < last {
            links.push(format!(r#"<{}>; rel="next", <{}>; rel="last""#, url(page + 1), url(last)));
        }
        Ok(Response { headers: HashMap::from([("link".to_owned(), links.join(", "))]), body: respond(issues.into())? })
    }

    #[paginated(page_number = "page", start = 1, limit_key = "per_page", result_key = "@")]
    async fn list_by_number(&self, request: ListIssues) -> Result<Vec<Issue>, ApiError> {
        Ok(self.send(request).await?.body)
    }

    #[paginated(page_number = "page", start = 1, limit_key = "per_page", result_key = "@", end_on = "short_page")]
    async fn list_to_short_page(&self, request: ListIssues) -> Result<Vec<Issue>, ApiError> {
        Ok(self.send(request).await?.body)
    }

    #[paginated(
        next_link = |page| page.next_link(),
        next_method = list_at,
        limit_key = "per_page",
        result_key = "body"
    )]
    async fn list(&self, request: ListIssues) -> Result<Response<Vec<Issue>>, ApiError> {
        self.send(request).await
    }

    /// Requests a link of the `Link` header, whose query is the whole request.
    async fn list_at(&self, link: &str) -> Result<Response<Vec<Issue>>, ApiError> {
        let Some(query) = link.strip_prefix("https://api.github.com/repositories/1/issues?") else {
            return refuse("404: Not Found");
        };
        let query: HashMap<_, _> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        let (page, per_page) = (query["page"].parse().ok(), query["per_page"].parse().ok());
        self.send(ListIssues { state: query["state"].to_owned(), page, per_page }).await
    }
}

fn request() -> ListIssues {
    ListIssues { state: "all".to_owned(), ..ListIssues::default() }
}

fn issues() -> Vec<Issue> {
    (0..ISSUES).map(|number| Issue { number }).collect()
}

#[tokio::test]
async fn issues_are_listed_by_page_number_to_an_empty_page() {
    let github = GitHub::default();
    assert_lists!(github.service, github.list_by_number_paginator(request()), issues(), requests: 5);
    assert_lists!(github.service, github.list_by_number_paginator(request()).page_size(2), issues(), requests: 7);
}

#[tokio::test]
async fn issues_are_listed_by_page_number_to_a_short_page() {
    let github = GitHub::default();
    assert_lists!(github.service, github.list_to_short_page_paginator(request()), issues(), requests: 4);
}

#[tokio::test]
async fn pages_of_the_cap_are_not_short() {
    let github = GitHub::default();
    assert_lists!(github.service, github.list_to_short_page_paginator(request()).page_size(100), issues(), requests: 3);
}

/// Page 2 has other issues if the pages are larger. The recorded size is used if the caller sets none.
#[tokio::test]
async fn a_list_resumed_at_a_page_number_refuses_another_page_size() {
    let github = GitHub::default();
    let paginator = || github.list_by_number_paginator(request());
    let mut items = paginator().page_size(4).max_items(6).items();
    while items.try_next().await.unwrap().is_some() {}
    let token = items.resume_token().unwrap().to_string();
    let rest: Vec<_> = paginator().starting_token(&*token).items().try_collect().await.unwrap();
    assert_eq!(rest, issues()[6..]);
    let error = paginator().page_size(5).starting_token(&*token).items().try_next().await.unwrap_err();
    assert!(matches!(error, Error::StartingToken(_)));
}

#[tokio::test]
async fn issues_are_listed_by_the_link_header() {
    let github = GitHub::default();
    assert_lists!(github.service, github.list_paginator(request()), issues(), requests: 4);
    assert_lists!(github.service, github.list_paginator(request()).page_size(2), issues(), requests: 6);
    assert_lists!(github.service, github.list_paginator(request()).page_size(100), issues(), requests: 3);
}
