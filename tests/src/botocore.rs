//! Ten operations that botocore has paginators for, written as a client's author would: a module each, with its types and
//! its attribute. The service behind them is a script.

mod describe_sessions;
mod describe_stream;
mod download_db_log_file_portion;
mod get_query_results;
mod get_usage;
mod list_distributions;
mod list_object_versions;
mod list_objects;
mod list_resource_record_sets;
mod query;

use std::fmt;
use std::sync::Mutex;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use describe_sessions::{DescribeSessionsInput, DescribeSessionsOutput};
pub use describe_stream::{DescribeStreamInput, DescribeStreamOutput};
pub use download_db_log_file_portion::{DownloadDbLogFilePortionInput, DownloadDbLogFilePortionOutput};
pub use get_query_results::{GetQueryResultsInput, GetQueryResultsOutput};
pub use get_usage::{GetUsageInput, GetUsageOutput};
pub use list_distributions::{ListDistributionsInput, ListDistributionsOutput};
pub use list_object_versions::{ListObjectVersionsInput, ListObjectVersionsOutput};
pub use list_objects::{ListObjectsInput, ListObjectsOutput};
pub use list_resource_record_sets::{ListResourceRecordSetsInput, ListResourceRecordSetsOutput, RrType};
pub use query::{AttributeValue, QueryInput, QueryOutput};

/// The client: it answers from a script, and remembers what it was asked.
#[derive(Debug, Default)]
pub struct Client(Mutex<Script>);

#[derive(Debug, Default)]
struct Script {
    responses: Vec<Value>,
    requests: Vec<Value>,
}

impl Client {
    /// Answers the next requests with these.
    pub fn play(&self, responses: &[Value]) {
        *self.0.lock().unwrap() = Script { responses: responses.to_vec(), requests: Vec::new() };
    }

    /// What was asked since then.
    pub fn requests(&self) -> Vec<Value> {
        self.0.lock().unwrap().requests.clone()
    }

    async fn send<O: DeserializeOwned>(&self, input: impl Serialize) -> Result<O, ServiceError> {
        let mut script = self.0.lock().unwrap();
        let number = script.requests.len();
        script.requests.push(serde_json::to_value(input)?);
        let response = script.responses.get(number).cloned();
        Ok(serde_json::from_value(response.ok_or(ServiceError::AskedTooOften)?)?)
    }
}

/// Why a request failed.
#[derive(Debug)]
pub enum ServiceError {
    /// There were more requests than responses.
    AskedTooOften,
    /// The types are not those of the script.
    Json(serde_json::Error),
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AskedTooOften => f.write_str("the service was asked more often than it has answers"),
            Self::Json(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ServiceError {}

impl From<serde_json::Error> for ServiceError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}
