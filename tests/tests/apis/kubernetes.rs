//! Kubernetes, `GET /api/v1/namespaces/{namespace}/pods`: `resourceVersion` is for the first request, and `continue` for the
//! others.

use paginated::{Page, paginated};
use serde::Deserialize;
use serde_json::json;

use crate::checks::assert_lists;
use crate::service::{ApiError, Service, page_range, refuse, respond};

const PODS: usize = 9;

#[derive(Clone, Default)]
struct ListOptions {
    label_selector: Option<&'static str>,
    limit: Option<i64>,
    r#continue: Option<String>,
    resource_version: Option<String>,
    resource_version_match: Option<&'static str>,
}

#[derive(Clone, Debug, Deserialize, Page)]
struct PodList {
    metadata: ListMeta,
    items: Vec<Pod>,
}

#[derive(Clone, Debug, Deserialize, Page)]
#[serde(rename_all = "camelCase")]
struct ListMeta {
    resource_version: Option<String>,
    #[serde(default)]
    r#continue: Option<String>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Pod {
    metadata: ObjectMeta,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct ObjectMeta {
    name: String,
}

#[derive(Default)]
struct Cluster {
    service: Service,
}

impl Cluster {
    /// Lists pods.
    ///
    /// A request with `continue` must not have a `resourceVersion` or a `resourceVersionMatch`, and must have the same selectors as
    /// the first one. An unknown `continue` is refused with status 410. A list without a `limit` is one page.
    #[paginated(
        input_token = "continue",
        output_token = "metadata.continue",
        limit_key = "limit",
        first_page_only = ["resourceVersion", "resourceVersionMatch"],
        result_key = "items"
    )]
    async fn list_pods(&self, namespace: &str, options: &ListOptions) -> Result<PodList, ApiError> {
        self.service.receive().await?;
        if (namespace, options.label_selector) != ("default", Some("app=web")) {
            return refuse("400: another list");
        }
        let start = match &options.r#continue {
            None if options.resource_version_match.is_some() && options.resource_version.is_none() => {
                return refuse("400: resourceVersionMatch is forbidden unless resourceVersion is provided");
            }
            // A list that begins without the caller's version has other pods.
            None if options.resource_version.as_deref() != Some("1042") => return refuse("400: another list"),
            None => 0,
            Some(_) if options.resource_version.is_some() => {
                return refuse("400: specifying resource version is not allowed when using continue");
            }
            Some(_) if options.resource_version_match.is_some() => {
                return refuse("422: resourceVersionMatch is forbidden for continue");
            }
            Some(token) => match self.service.redeem(token) {
                None => return refuse("410: The provided continue parameter is too old"),
                Some(start) => start,
            },
        };
        let limit = options.limit.map_or(PODS, |limit| usize::try_from(limit).unwrap());
        let range = page_range(start, limit, PODS);
        let items: Vec<_> = range.clone().map(|n| json!({"metadata": {"name": format!("web-{n}")}})).collect();
        let mut metadata = json!({"resourceVersion": "1042"});
        if range.end < PODS {
            metadata["continue"] = json!(self.service.issue(range.end));
            metadata["remainingItemCount"] = json!(PODS - range.end);
        }
        respond(json!({"kind": "PodList", "apiVersion": "v1", "metadata": metadata, "items": items}))
    }
}

fn pods() -> Vec<Pod> {
    (0..PODS).map(|n| Pod { metadata: ObjectMeta { name: format!("web-{n}") } }).collect()
}

#[tokio::test]
async fn the_resource_version_is_sent_with_the_first_request_only() {
    let cluster = Cluster::default();
    let options = || ListOptions {
        label_selector: Some("app=web"),
        limit: Some(4),
        resource_version: Some("1042".to_owned()),
        resource_version_match: Some("Exact"),
        ..ListOptions::default()
    };
    assert_lists!(cluster.service, cluster.list_pods_paginator("default", options()), pods(), requests: 3);
    let paginator = || cluster.list_pods_paginator("default", options()).page_size(2);
    assert_lists!(cluster.service, paginator(), pods(), requests: 5);
    let full = paginator().full_result().await.unwrap();
    assert_eq!(full.output.items, pods());
    assert_eq!(full.output.metadata.resource_version.as_deref(), Some("1042"));
}
