//! S3 `ListObjects`: the token is the key of the last object if the service returns no token.

use paginated::{Page, paginated};
use serde::{Deserialize, Serialize};

use super::{Client, ServiceError};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ListObjectsInput {
    pub bucket: String,
    pub marker: Option<String>,
    pub max_keys: Option<i32>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ListObjectsOutput {
    pub contents: Option<Vec<Object>>,
    pub common_prefixes: Option<Vec<CommonPrefix>>,
    pub prefix: Option<String>,
    pub request_charged: Option<String>,
    pub is_truncated: Option<bool>,
    pub next_marker: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Object {
    pub key: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct CommonPrefix {
    pub prefix: Option<String>,
}

impl Client {
    #[paginated(
        input_token = "Marker",
        output_token = "NextMarker || Contents[-1].Key",
        limit_key = "MaxKeys",
        more_results = "IsTruncated",
        result_key = ["Contents", "CommonPrefixes"],
        non_aggregate_keys = ["RequestCharged", "Prefix"]
    )]
    pub async fn list_objects(&self, input: ListObjectsInput) -> Result<ListObjectsOutput, ServiceError> {
        self.send(input).await
    }
}
