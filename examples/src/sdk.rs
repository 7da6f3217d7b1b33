//! The AWS SDK client, without TLS and without configuration from the environment.

use std::error::Error;
use std::time::Duration;

use aws_sdk_appstream::Client;
use aws_sdk_appstream::config::retry::RetryConfig;
use aws_sdk_appstream::config::timeout::TimeoutConfig;
use aws_sdk_appstream::config::{Config, Credentials, Region};
use aws_sdk_appstream::error::{ProvideErrorMetadata, SdkError};
use aws_smithy_http_client::Builder;

/// Creates a client for the service at `endpoint_url`, which must be a plain HTTP URL.
///
/// The region and the credentials are placeholders. Requests are signed, but the embedded service does not verify
/// signatures.
pub fn client(endpoint_url: impl Into<String>) -> Client {
    let config = Config::builder()
        .endpoint_url(endpoint_url)
        .region(Region::from_static("us-east-1"))
        .credentials_provider(Credentials::new("example", "example", None, None, "static"))
        .http_client(Builder::new().build_http())
        .build();
    Client::from_conf(config)
}

/// Returns a copy of `client` that sends each request once and waits at most `timeout` for the response.
#[must_use]
pub fn without_retries(client: &Client, timeout: Duration) -> Client {
    let timeout = TimeoutConfig::builder().operation_timeout(timeout).build();
    let config = client.config().to_builder().retry_config(RetryConfig::disabled()).timeout_config(timeout);
    Client::from_conf(config.build())
}

/// Returns `true` if the same request may succeed later.
pub fn is_transient<E: ProvideErrorMetadata>(error: &paginated::Error<SdkError<E>>) -> bool {
    match error.as_operation() {
        Some(SdkError::ServiceError(response)) => {
            response.err().code() == Some("ThrottlingException") || response.raw().status().is_server_error()
        }
        // The response is missing or incomplete.
        Some(SdkError::TimeoutError(_) | SdkError::DispatchFailure(_) | SdkError::ResponseError(_)) => true,
        _ => false,
    }
}

/// Formats the error of a listing as one line.
pub fn explain<E>(operation: &str, error: &paginated::Error<SdkError<E>>) -> String
where
    E: ProvideErrorMetadata + Error + 'static,
{
    let message = match error {
        paginated::Error::Operation(error) => {
            format!("{operation}: {}", code_and_message(error).unwrap_or_else(|| join_sources(error)))
        }
        // The other errors name the operation themselves, or are about the starting token, which the user passed.
        other => join_sources(other),
    };
    // A message from the service may contain line breaks or control characters.
    let words: Vec<&str> = message.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    words.join(" ")
}

/// Returns the code and the message of an error from the service.
fn code_and_message(error: &impl ProvideErrorMetadata) -> Option<String> {
    let code = error.code()?;
    Some(error.message().map_or_else(|| code.to_owned(), |message| format!("{code}: {message}")))
}

/// Formats an error and its sources. A source is skipped if the text already ends with it.
fn join_sources(error: &(dyn Error + 'static)) -> String {
    let mut joined = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        let next = error.to_string();
        if !joined.ends_with(&next) {
            joined = format!("{joined}: {next}");
        }
        source = error.source();
    }
    joined
}
