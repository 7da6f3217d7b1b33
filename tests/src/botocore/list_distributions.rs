//! CloudFront `ListDistributions`: the page size is a string, and all keys of the page are nested.

use paginated::{Page, paginated};
use serde::{Deserialize, Serialize};

use super::{Client, ServiceError};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ListDistributionsInput {
    pub marker: Option<String>,
    pub max_items: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ListDistributionsOutput {
    pub distribution_list: Option<DistributionList>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct DistributionList {
    pub next_marker: Option<String>,
    pub is_truncated: Option<bool>,
    pub quantity: Option<i32>,
    pub items: Option<Vec<Distribution>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Distribution {
    pub id: String,
}

impl Client {
    #[paginated(
        input_token = "Marker",
        output_token = "DistributionList.NextMarker",
        limit_key = "MaxItems",
        more_results = "DistributionList.IsTruncated",
        result_key = "DistributionList.Items"
    )]
    pub async fn list_distributions(
        &self,
        input: ListDistributionsInput,
    ) -> Result<ListDistributionsOutput, ServiceError> {
        self.send(input).await
    }
}
