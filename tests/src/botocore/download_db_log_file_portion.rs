//! RDS `DownloadDBLogFilePortion`: the result is a string.

use paginated::{Page, paginated};
use serde::{Deserialize, Serialize};

use super::{Client, ServiceError};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct DownloadDbLogFilePortionInput {
    #[serde(rename = "DBInstanceIdentifier")]
    pub db_instance_identifier: String,
    pub log_file_name: String,
    pub marker: Option<String>,
    pub number_of_lines: Option<i32>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Page)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct DownloadDbLogFilePortionOutput {
    pub log_file_data: Option<String>,
    pub marker: Option<String>,
    pub additional_data_pending: Option<bool>,
}

impl Client {
    #[paginated(
        input_token = "Marker",
        limit_key = "NumberOfLines",
        more_results = "AdditionalDataPending",
        result_key = "LogFileData"
    )]
    pub async fn download_db_log_file_portion(
        &self,
        input: DownloadDbLogFilePortionInput,
    ) -> Result<DownloadDbLogFilePortionOutput, ServiceError> {
        self.send(input).await
    }
}
