//! AppStream `DescribeSessions`: one token, one list.

use paginated::{Page, paginated};
use serde::{Deserialize, Serialize};

use super::{Client, ServiceError};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct DescribeSessionsInput {
    pub stack_name: String,
    pub fleet_name: String,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct DescribeSessionsOutput {
    pub sessions: Option<Vec<Session>>,
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Session {
    pub id: String,
}

impl Client {
    #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
    pub async fn describe_sessions(
        &self,
        input: DescribeSessionsInput,
    ) -> Result<DescribeSessionsOutput, ServiceError> {
        self.send(input).await
    }
}
