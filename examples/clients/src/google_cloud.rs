//! `google-cloud-*`: a request builder with a page token.
//!
//! # What to watch for
//!
//! - The page token is a `String`, which is empty on the last page. An empty token ends the list, which is the default.
//! - `by_item()` and `by_page()` stream the same list, without a resume token and without `retry()`.
//! - The client retries idempotent requests itself, if a retry policy is set.

use google_cloud_secretmanager_v1::Result;
use google_cloud_secretmanager_v1::builder::secret_manager_service::ListSecrets;
use google_cloud_secretmanager_v1::model::{ListSecretsResponse, Secret};
use paginated::paginated;

/// Requests one page.
#[paginated(
    input_token = "pageToken",
    output_token = "nextPageToken",
    limit_key = "pageSize",
    result_key = "secrets",
    item = Secret,
    builder,
)]
pub async fn list_secrets(request: ListSecrets) -> Result<ListSecretsResponse> {
    request.send().await
}

#[cfg(test)]
mod tests {
    use google_cloud_auth::credentials::anonymous::Builder as Anonymous;
    use google_cloud_secretmanager_v1::client::SecretManagerService;
    use serde_json::{Value, json};

    use super::*;
    use crate::service::{self, LEN, collect, page, serve};

    #[tokio::test]
    async fn lists_by_page_token() {
        let url = serve(|request| {
            assert_eq!(request.path, "/v1/projects/p/secrets");
            let token = request.param("pageToken").filter(|token| !token.is_empty());
            let start = token.map_or(0, |token| token.parse().unwrap());
            let (ids, next) = page(start, request.number("pageSize").unwrap());
            let secrets: Value = ids.map(|id| json!({ "name": format!("projects/p/secrets/{id}") })).collect();
            service::json(&json!({ "secrets": secrets, "nextPageToken": next.map(|next| next.to_string()) }))
        });
        let builder = SecretManagerService::builder().with_endpoint(url.await);
        let client = builder.with_credentials(Anonymous::new().build()).build().await.unwrap();

        let secrets = || list_secrets_paginator(client.list_secrets().set_parent("projects/p")).page_size(2);
        let all: Vec<Secret> = secrets().items().try_collect().await.unwrap();
        let names = all.iter().map(|secret| secret.name.clone());
        assert!(names.eq((0..LEN).map(|id| format!("projects/p/secrets/{id}"))));

        let mut first = secrets().max_items(3).items();
        assert_eq!(collect(&mut first).await.unwrap().len(), 3);
        let rest: Vec<Secret> =
            secrets().starting_token(first.resume_token().unwrap()).items().try_collect().await.unwrap();
        assert_eq!(rest, all[3..]);
    }
}
