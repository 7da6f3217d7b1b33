//! API Gateway `GetUsage`: the result is a map.

use std::collections::BTreeMap;

use paginated::{Page, paginated};
use serde::{Deserialize, Serialize};

use super::{Client, ServiceError};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GetUsageInput {
    pub usage_plan_id: String,
    pub start_date: String,
    pub end_date: String,
    pub position: Option<String>,
    pub limit: Option<i32>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GetUsageOutput {
    pub usage_plan_id: Option<String>,
    pub start_date: Option<String>,
    pub end_date: Option<String>,
    pub position: Option<String>,
    pub items: Option<BTreeMap<String, Vec<[i64; 2]>>>,
}

impl Client {
    #[paginated(
        input_token = "position",
        limit_key = "limit",
        result_key = "items",
        non_aggregate_keys = ["usagePlanId", "startDate", "endDate"]
    )]
    pub async fn get_usage(&self, input: GetUsageInput) -> Result<GetUsageOutput, ServiceError> {
        self.send(input).await
    }
}
