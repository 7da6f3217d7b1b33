//! Bitbucket Cloud, `GET /2.0/repositories/{workspace}`: `next` is the URL of the next page.

use std::collections::HashMap;

use paginated::{Error, Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::assert_lists;
use crate::service::{ApiError, Service, page_range, refuse, respond};

const REPOSITORIES: usize = 11;
/// The real service returns 10 repositories by default.
const DEFAULT_SIZE: usize = 4;

#[derive(Clone, Default)]
struct ListRepositories {
    role: Option<&'static str>,
    pagelen: Option<u32>,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct PaginatedRepositories {
    values: Vec<Repository>,
    next: Option<String>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Repository {
    slug: String,
}

#[derive(Default)]
struct Bitbucket {
    service: Service,
}

impl Bitbucket {
    #[paginated(next_link = "next", next_method = repositories_at, limit_key = "pagelen", result_key = "values")]
    async fn repositories(
        &self,
        workspace: &str,
        request: ListRepositories,
    ) -> Result<PaginatedRepositories, ApiError> {
        if request.role != Some("member") {
            return refuse("400: role");
        }
        let size = request.pagelen.map_or(DEFAULT_SIZE, |size| size as usize);
        self.send(workspace, size, 0).await
    }

    /// Requests a page by its URL.
    ///
    /// Clients must not construct these URLs. A URL contains the opaque page, the page size, and the filters.
    async fn repositories_at(&self, workspace: &str, link: String) -> Result<PaginatedRepositories, ApiError> {
        let Some((workspace_of_link, query)) =
            link.strip_prefix("https://api.bitbucket.org/2.0/repositories/").and_then(|link| link.split_once('?'))
        else {
            return refuse("404: Resource not found");
        };
        assert_eq!(workspace, workspace_of_link);
        let query: HashMap<_, _> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        let Some(start) = self.service.redeem(query["page"]) else {
            return refuse("400: Invalid page");
        };
        self.send(workspace, query["pagelen"].parse().unwrap(), start).await
    }

    /// Lists repositories.
    ///
    /// A `pagelen` above 100 is refused. The real service also has a minimum of 10. There is no `next` on the last page.
    async fn send(&self, workspace: &str, size: usize, start: usize) -> Result<PaginatedRepositories, ApiError> {
        self.service.receive().await?;
        if !(1..=100).contains(&size) {
            return refuse("400: Invalid pagelen");
        }
        let range = page_range(start, size, REPOSITORIES);
        let values: Vec<_> = range.clone().map(|n| json!({"type": "repository", "slug": format!("r{n}")})).collect();
        let mut page = json!({"size": REPOSITORIES, "page": start / size + 1, "pagelen": size, "values": values});
        if range.end < REPOSITORIES {
            let token = self.service.issue(range.end);
            page["next"] = json!(format!(
                "https://api.bitbucket.org/2.0/repositories/{workspace}?role=member&pagelen={size}&page={token}"
            ));
        }
        respond(page)
    }
}

fn request() -> ListRepositories {
    ListRepositories { role: Some("member"), pagelen: None }
}

fn repositories() -> Vec<Repository> {
    (0..REPOSITORIES).map(|n| Repository { slug: format!("r{n}") }).collect()
}

#[tokio::test]
async fn repositories_are_listed_by_the_link_of_each_page() {
    let bitbucket = Bitbucket::default();
    let paginator = || bitbucket.repositories_paginator("paginated", request());
    assert_lists!(bitbucket.service, paginator(), repositories(), requests: 3);
    assert_lists!(bitbucket.service, paginator().page_size(2), repositories(), requests: 6);
}

#[tokio::test]
async fn a_list_resumed_at_a_link_refuses_another_page_size() {
    let bitbucket = Bitbucket::default();
    let paginator = || bitbucket.repositories_paginator("paginated", request());
    let mut items = paginator().page_size(3).max_items(4).items();
    while items.try_next().await.unwrap().is_some() {}
    let token = items.resume_token().unwrap().to_string();
    let rest: Vec<_> = paginator().starting_token(&*token).items().try_collect().await.unwrap();
    assert_eq!(rest, repositories()[4..]);
    let error = paginator().page_size(4).starting_token(&*token).items().try_next().await.unwrap_err();
    assert!(matches!(error, Error::StartingToken(_)));
}

#[tokio::test]
async fn a_url_that_is_not_in_a_resume_token_is_refused_without_a_request() {
    let bitbucket = Bitbucket::default();
    let url = "https://api.bitbucket.example/2.0/repositories/paginated?page=2";
    let paginator = bitbucket.repositories_paginator("paginated", request()).starting_token(url);
    assert!(matches!(paginator.items().try_next().await, Err(Error::StartingToken(_))));
    assert_eq!(bitbucket.service.take_requests(), 0);
}
