//! `kube`: a continue token, which the API server forgets after a few minutes.
//!
//! # What to watch for
//!
//! - Without a page size, the API server returns the whole list at once.
//! - `resource_version` and `version_match` are valid only in the request for the first page.
//! - A continue token expires, after 5 to 15 minutes by default. The error is then `410 Gone`, and may contain a fresh token,
//!   which continues the list after the last object that was returned. The rest of such a list is newer than its beginning.
//!   If the whole list must be of one version, start again instead.
//! - A continue token is base64 of JSON, as a resume token is. Wrap it in `ResumeToken::service`, so that it is not
//!   decoded as a resume token.

use std::fmt::Debug;

use kube::api::{ListParams, ObjectList};
use kube::{Api, Error, Result};
use paginated::{ResumeToken, paginated};
use serde::de::DeserializeOwned;

/// Requests one page.
#[paginated(
    input_token = continue_token,
    output_token = metadata.continue_,
    first_page_only = [resource_version, version_match],
    limit_key = limit,
    result_key = items,
    item = K,
)]
pub async fn list<K: Clone + DeserializeOwned + Debug>(api: &Api<K>, lp: &ListParams) -> Result<ObjectList<K>> {
    api.list(lp).await
}

/// Collects all objects. If the continue token expires, the list continues with a fresh one.
pub async fn list_all<K: Clone + DeserializeOwned + Debug>(
    api: &Api<K>,
    lp: ListParams,
) -> Result<Vec<K>, paginated::Error<Error>> {
    let mut objects = list_paginator(api, lp.clone()).items();
    let mut all = Vec::new();
    while let Some(object) = objects.next().await {
        match object {
            Ok(object) => all.push(object),
            Err(error) => match fresh_token(&error) {
                Some(token) => objects = list_paginator(api, lp.clone()).starting_token(token).items(),
                None => return Err(error),
            },
        }
    }
    Ok(all)
}

/// Returns the token that the API server sends with `410 Gone`.
fn fresh_token(error: &paginated::Error<Error>) -> Option<ResumeToken> {
    match error.as_operation()? {
        Error::Api(status) if status.code == 410 => {
            Some(ResumeToken::service(status.metadata.as_ref()?.continue_.clone()?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use k8s_openapi::api::core::v1::ConfigMap;
    use kube::api::VersionMatch;
    use kube::{Client, Config};
    use serde_json::{Value, json};

    use super::*;
    use crate::service::{self, LEN, collect, page, serve};

    /// An API server that has forgotten the second continue token.
    async fn config_maps() -> Api<ConfigMap> {
        let expired = AtomicBool::new(true);
        let url = serve(move |request| {
            assert_eq!(request.path, "/api/v1/namespaces/default/configmaps");
            let token = request.param("continue");
            assert_eq!(request.param("resourceVersion"), token.is_none().then_some("1"));
            if token == Some("old-4") && expired.swap(false, Ordering::Relaxed) {
                return service::json_with_status(
                    410,
                    &json!({
                        "kind": "Status", "apiVersion": "v1", "metadata": { "continue": "fresh-4" },
                        "status": "Failure", "message": "expired", "reason": "Expired", "code": 410,
                    }),
                );
            }
            let start = token.map_or(0, |token| token.split_once('-').unwrap().1.parse().unwrap());
            let (ids, next) = page(start, request.number("limit").unwrap_or(LEN));
            let items: Value = ids.map(|id| json!({ "metadata": { "name": format!("map-{id}") } })).collect();
            let next = next.map(|next| format!("old-{next}"));
            service::json(&json!({
                "kind": "ConfigMapList", "apiVersion": "v1", "metadata": { "continue": next }, "items": items,
            }))
        });
        let client = Client::try_from(Config::new(url.await.parse().unwrap())).unwrap();
        Api::namespaced(client, "default")
    }

    fn params() -> ListParams {
        ListParams::default().limit(2).at("1").matching(VersionMatch::NotOlderThan)
    }

    fn names(maps: Vec<ConfigMap>) -> Vec<String> {
        maps.into_iter().map(|map| map.metadata.name.unwrap()).collect()
    }

    fn expected() -> Vec<String> {
        (0..LEN).map(|id| format!("map-{id}")).collect()
    }

    #[tokio::test]
    async fn continues_with_the_fresh_token() {
        assert_eq!(names(list_all(&config_maps().await, params()).await.unwrap()), expected());
    }

    #[tokio::test]
    async fn an_expired_token_is_an_error_and_not_the_end() {
        let api = config_maps().await;
        let mut maps = list_paginator(&api, params()).items();
        let error = collect(&mut maps).await.unwrap_err();
        assert_eq!(fresh_token(&error), Some(ResumeToken::service("fresh-4")));
        assert_eq!(maps.items_given(), 4);
        maps.retry();
        assert_eq!(names(collect(&mut maps).await.unwrap()), expected()[4..]);
    }
}
