//! S3 `ListObjectVersions`: two tokens, three lists.

use paginated::{Page, paginated};
use serde::{Deserialize, Serialize};

use super::list_objects::{CommonPrefix, Object};
use super::{Client, ServiceError};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ListObjectVersionsInput {
    pub bucket: String,
    pub key_marker: Option<String>,
    pub version_id_marker: Option<String>,
    pub max_keys: Option<i32>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ListObjectVersionsOutput {
    pub versions: Option<Vec<Object>>,
    pub delete_markers: Option<Vec<Object>>,
    pub common_prefixes: Option<Vec<CommonPrefix>>,
    pub prefix: Option<String>,
    pub request_charged: Option<String>,
    pub is_truncated: Option<bool>,
    pub next_key_marker: Option<String>,
    pub next_version_id_marker: Option<String>,
}

impl Client {
    #[paginated(
        input_token = ["KeyMarker", "VersionIdMarker"],
        output_token = ["NextKeyMarker", "NextVersionIdMarker"],
        limit_key = "MaxKeys",
        more_results = "IsTruncated",
        result_key = ["Versions", "DeleteMarkers", "CommonPrefixes"],
        non_aggregate_keys = ["RequestCharged", "Prefix"]
    )]
    pub async fn list_object_versions(
        &self,
        input: ListObjectVersionsInput,
    ) -> Result<ListObjectVersionsOutput, ServiceError> {
        self.send(input).await
    }
}
