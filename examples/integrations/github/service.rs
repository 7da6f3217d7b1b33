//! An HTTP service with the paging of GitHub, for the example.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::extract::{Query, Request, State};
use axum::http::header::{AUTHORIZATION, HOST, LINK};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

/// The number of repositories.
pub(crate) const REPOSITORIES: usize = 95;
/// The largest page size. A larger one is reduced to it, as GitHub does.
const MAX_PER_PAGE: usize = 20;
pub(crate) const ACCESS_TOKEN: &str = "secret";

/// The number of requests that were answered.
#[derive(Clone, Default)]
pub(crate) struct Requests(Arc<AtomicUsize>);

impl Requests {
    /// Returns the number of requests since the last call.
    pub(crate) fn take(&self) -> usize {
        self.0.swap(0, Ordering::Relaxed)
    }
}

/// Creates the router of the service.
pub(crate) fn router(requests: Requests) -> Router {
    Router::new()
        .route("/user/repos", get(list_repositories))
        .route("/graphql", post(graphql))
        .layer(middleware::from_fn_with_state(requests, count_and_authorize))
}

async fn count_and_authorize(State(requests): State<Requests>, request: Request, next: Next) -> Response {
    requests.0.fetch_add(1, Ordering::Relaxed);
    let expected = format!("Bearer {ACCESS_TOKEN}");
    match request.headers().get(AUTHORIZATION) {
        Some(value) if value.as_bytes() == expected.as_bytes() => next.run(request).await,
        _ => StatusCode::UNAUTHORIZED.into_response(),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListQuery {
    page: Option<usize>,
    per_page: Option<usize>,
}

fn repository(number: usize) -> Value {
    json!({ "name": format!("repository-{number:02}") })
}

/// A bare array, and the header `Link`.
async fn list_repositories(headers: HeaderMap, Query(query): Query<ListQuery>) -> Result<Response, StatusCode> {
    let page = query.page.unwrap_or(1).max(1);
    let per_page = query.per_page.unwrap_or(10).clamp(1, MAX_PER_PAGE);
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).ok_or(StatusCode::BAD_REQUEST)?;
    let link =
        |page: usize, rel: &str| format!("<http://{host}/user/repos?page={page}&per_page={per_page}>; rel=\"{rel}\"");
    let last = REPOSITORIES.div_ceil(per_page);
    let mut links = vec![link(1, "first"), link(last, "last")];
    if page < last {
        links.push(link(page + 1, "next"));
    }
    let repositories: Vec<_> = (0..REPOSITORIES).skip((page - 1) * per_page).take(per_page).map(repository).collect();
    Ok(([(LINK, links.join(", "))], Json(repositories)).into_response())
}

#[derive(Deserialize)]
struct GraphqlRequest {
    query: String,
    variables: Variables,
}

#[derive(Deserialize)]
struct Variables {
    first: Option<usize>,
    after: Option<String>,
}

/// A connection with edges.
async fn graphql(Json(GraphqlRequest { query, variables }): Json<GraphqlRequest>) -> Json<Value> {
    // As GitHub, the service reports errors with the status 200.
    let error = |message: &str| Json(json!({ "data": null, "errors": [{ "message": message }] }));
    if !query.contains("repositories") {
        return error("unknown query");
    }
    let Ok(start) = variables.after.as_deref().unwrap_or("cursor:0").trim_start_matches("cursor:").parse::<usize>()
    else {
        return error("invalid cursor");
    };
    let end = (start + variables.first.unwrap_or(10).min(MAX_PER_PAGE)).min(REPOSITORIES);
    let edges: Vec<_> = (start..end)
        .map(|number| json!({ "cursor": format!("cursor:{}", number + 1), "node": repository(number) }))
        .collect();
    let page_info = json!({ "endCursor": format!("cursor:{end}"), "hasNextPage": end < REPOSITORIES });
    Json(json!({ "data": { "viewer": { "repositories": { "edges": edges, "pageInfo": page_info } } } }))
}
