//! Athena `GetQueryResults`: a nested list next to a nested non-aggregate key.

use paginated::{Page, paginated};
use serde::{Deserialize, Serialize};

use super::{Client, ServiceError};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct GetQueryResultsInput {
    pub query_execution_id: String,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct GetQueryResultsOutput {
    pub update_count: Option<i64>,
    pub result_set: Option<Box<ResultSet>>,
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ResultSet {
    pub rows: Option<Vec<Row>>,
    pub result_set_metadata: Option<ResultSetMetadata>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct ResultSetMetadata {
    pub column_info: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Row {
    pub data: String,
}

impl Client {
    #[paginated(
        input_token = "NextToken",
        limit_key = "MaxResults",
        result_key = "ResultSet.Rows",
        non_aggregate_keys = ["ResultSet.ResultSetMetadata", "UpdateCount"]
    )]
    pub async fn get_query_results(&self, input: GetQueryResultsInput) -> Result<GetQueryResultsOutput, ServiceError> {
        self.send(input).await
    }
}
