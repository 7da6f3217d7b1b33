//! Ten operations that botocore has paginators for. Each module has the types and the attribute of one operation.
//!
//! The responses are scripted.

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

/// A client that returns scripted JSON responses and records its requests.
#[derive(Debug, Default)]
pub struct Client(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    responses: Vec<Value>,
    requests: Vec<Value>,
}

impl Client {
    /// Sets the responses to the next requests and clears the recorded requests.
    pub fn set_responses(&self, responses: &[Value]) {
        *self.0.lock().unwrap() = State { responses: responses.to_vec(), requests: Vec::new() };
    }

    /// Returns the requests since the last call of [`set_responses`](Self::set_responses).
    pub fn requests(&self) -> Vec<Value> {
        self.0.lock().unwrap().requests.clone()
    }

    async fn send<O: DeserializeOwned>(&self, input: impl Serialize) -> Result<O, ServiceError> {
        let mut state = self.0.lock().unwrap();
        let number = state.requests.len();
        state.requests.push(serde_json::to_value(input)?);
        let response = state.responses.get(number).cloned();
        Ok(serde_json::from_value(response.ok_or(ServiceError::NoResponseLeft)?)?)
    }
}

/// The error of a request.
#[derive(Debug)]
pub enum ServiceError {
    /// More requests than responses.
    NoResponseLeft,
    /// A response or request does not match its type.
    Json(serde_json::Error),
}

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoResponseLeft => f.write_str("more requests than scripted responses"),
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
