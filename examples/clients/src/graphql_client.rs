//! `graphql_client`: the connections of GraphQL.
//!
//! # What to watch for
//!
//! - `variables_derives = "Clone"` is needed, because each page is requested with a clone of the variables.
//! - A response may contain `errors` and data. Return the errors from the method: a field that is `null` because of an error
//!   looks like the end of the list.
//! - A cursor is sent even if `hasNextPage` is false, so `more_results` is needed.
//! - GitHub requires `first`, so set it in the variables, or by `page_size`.
//! - `nodes[]` skips nodes that are `null`, which the viewer may not see.

use graphql_client::{GraphQLQuery, Response};
use paginated::paginated;
use reqwest::Client;

use self::repositories::{RepositoriesViewerRepositoriesNodes as Repository, ResponseData, Variables};

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "src/graphql_client/schema.graphql",
    query_path = "src/graphql_client/query.graphql",
    variables_derives = "Clone, Default"
)]
pub struct Repositories;

/// The reason why a query failed.
#[derive(Debug)]
pub enum QueryError {
    Http(reqwest::Error),
    GraphQl(Vec<graphql_client::Error>),
}

impl From<reqwest::Error> for QueryError {
    fn from(error: reqwest::Error) -> Self {
        Self::Http(error)
    }
}

/// Requests one page.
#[paginated(
    input_token = "after",
    output_token = "data.viewer.repositories.pageInfo.endCursor",
    more_results = "data.viewer.repositories.pageInfo.hasNextPage",
    limit_key = "first",
    result_key = "data.viewer.repositories.nodes[]",
    item = Repository,
)]
pub async fn list_repositories(
    client: &Client,
    url: &str,
    variables: Variables,
) -> Result<Response<ResponseData>, QueryError> {
    let query = Repositories::build_query(variables);
    let response: Response<_> = client.post(url).json(&query).send().await?.error_for_status()?.json().await?;
    match response.errors {
        Some(errors) if !errors.is_empty() => Err(QueryError::GraphQl(errors)),
        _ => Ok(response),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use paginated::Error;
    use serde_json::{Value, json};

    use super::*;
    use crate::service::{self, LEN, page, serve};

    /// The second response is an error with status 200.
    async fn url() -> String {
        let requests = AtomicUsize::new(0);
        serve(move |request| {
            if requests.fetch_add(1, Ordering::Relaxed) == 1 {
                return service::json(&json!({ "data": null, "errors": [{ "message": "timeout" }] }));
            }
            let variables = &request.body["variables"];
            let start = variables["after"].as_str().map_or(0, |after| after.parse().unwrap());
            let size = usize::try_from(variables["first"].as_u64().unwrap()).unwrap();
            let (ids, next) = page(start, size);
            let cursor = ids.end.to_string();
            let nodes: Vec<Value> =
                ids.map(|id| json!({ "name": format!("repo-{id}") })).chain([Value::Null]).collect();
            service::json(&json!({ "data": { "viewer": { "repositories": {
                "nodes": nodes, "pageInfo": { "endCursor": cursor, "hasNextPage": next.is_some() },
            } } } }))
        })
        .await
    }

    #[tokio::test]
    async fn errors_with_status_200_are_not_the_end() {
        let url = url().await;
        let client = Client::new();
        let mut repositories = list_repositories_paginator(&client, &url, Variables::default()).page_size(3).items();
        let (mut names, mut errors) = (vec![], 0);
        while let Some(repository) = repositories.next().await {
            match repository {
                Ok(repository) => names.push(repository.name),
                Err(Error::Operation(QueryError::GraphQl(found))) => {
                    assert_eq!(found[0].message, "timeout");
                    errors += 1;
                    repositories.retry();
                }
                Err(error) => panic!("{error:?}"),
            }
        }
        assert_eq!(names, (0..LEN).map(|id| format!("repo-{id}")).collect::<Vec<_>>());
        assert_eq!(errors, 1);
    }
}
