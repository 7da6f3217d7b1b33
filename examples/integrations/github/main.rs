//! Lists repositories from an API like GitHub's: by page number, by the header `Link`, and by GraphQL.
//!
//! `cargo run -p paginated-integrations --example github` starts the service on a local port.

use std::error::Error;

use paginated::ResumeToken;
use tokio::net::TcpListener;

use crate::client::{GitHub, ListRepositories, Repository, Variables};
use crate::service::{ACCESS_TOKEN, REPOSITORIES, Requests, router};

mod client;
mod service;

fn names(repositories: &[Repository]) -> Vec<&str> {
    repositories.iter().map(|repository| &*repository.name).collect()
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?).parse()?;
    let requests = Requests::default();
    let serving = tokio::spawn(axum::serve(listener, router(requests.clone())).into_future());
    let github = GitHub::new(base, ACCESS_TOKEN);
    let query = ListRepositories::default;

    // The service reduces the page size to 20. A bare array has no end but an empty page.
    let by_number = github.list_by_number_paginator(query()).page_size(100).items().try_collect::<Vec<_>>().await?;
    assert_eq!(by_number.len(), REPOSITORIES);
    println!("by page number: {} repositories in {} requests", by_number.len(), requests.take());

    // The list is cut in the middle of a page, and resumed from the printed token.
    let mut first = github.list_by_link_paginator(query()).page_size(20).max_items(47).items();
    let mut by_link = Vec::new();
    while let Some(repository) = first.try_next().await? {
        by_link.push(repository);
    }
    let token = first.resume_token().ok_or("the list has more items")?.to_string();
    by_link.extend(github.list_by_link_paginator(query()).starting_token(token).items().try_collect::<Vec<_>>().await?);
    assert_eq!(names(&by_link), names(&by_number));
    println!("by link, resumed after 47: {} repositories in {} requests", by_link.len(), requests.take());

    let by_graphql = github.list_by_graphql_paginator(Variables::default()).page_size(20).items();
    let by_graphql = by_graphql.try_collect::<Vec<_>>().await?;
    assert_eq!(names(&by_graphql), names(&by_number));
    println!("by GraphQL: {} repositories in {} requests", by_graphql.len(), requests.take());

    // A link to another host is refused, because the access token would be sent there.
    let forged = ResumeToken::service("http://127.0.0.1:1/user/repos?page=2");
    let mut items = github.list_by_link_paginator(query()).starting_token(forged).items();
    let error = items.try_next().await.err().ok_or("the link was followed")?;
    println!("a link to another host: {error}");

    // The status of this response is 200.
    let unknown = ResumeToken::service("unknown");
    let mut items = github.list_by_graphql_paginator(Variables::default()).starting_token(unknown).items();
    let error = items.try_next().await.err().ok_or("the cursor was accepted")?;
    println!("an unknown cursor: {error}");
    serving.abort();
    Ok(())
}
