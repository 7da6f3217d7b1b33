//! DynamoDB `Query`: the token is a map, and two results are numbers.

use std::collections::HashMap;

use paginated::{Page, paginated};
use serde::{Deserialize, Serialize};

use super::{Client, ServiceError};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct QueryInput {
    pub table_name: String,
    pub exclusive_start_key: Option<HashMap<String, AttributeValue>>,
    pub limit: Option<i32>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct QueryOutput {
    pub items: Option<Vec<HashMap<String, AttributeValue>>>,
    pub count: Option<i32>,
    pub scanned_count: Option<i32>,
    pub last_evaluated_key: Option<HashMap<String, AttributeValue>>,
    pub consumed_capacity: Option<ConsumedCapacity>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AttributeValue {
    S(String),
    N(String),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ConsumedCapacity {
    pub table_name: String,
}

impl Client {
    #[paginated(
        input_token = "ExclusiveStartKey",
        output_token = "LastEvaluatedKey",
        limit_key = "Limit",
        result_key = ["Items", "Count", "ScannedCount"],
        non_aggregate_keys = ["ConsumedCapacity"]
    )]
    pub async fn query(&self, input: QueryInput) -> Result<QueryOutput, ServiceError> {
        self.send(input).await
    }
}
