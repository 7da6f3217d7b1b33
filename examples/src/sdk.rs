//! The AWS SDK client, without TLS and without looking at the environment.

use std::error::Error;
use std::time::Duration;

use aws_sdk_appstream::Client;
use aws_sdk_appstream::config::retry::RetryConfig;
use aws_sdk_appstream::config::timeout::TimeoutConfig;
use aws_sdk_appstream::config::{Config, Credentials, Region};
use aws_sdk_appstream::error::{ProvideErrorMetadata, SdkError};
use aws_smithy_http_client::Builder;

/// A client of the service at `endpoint_url`, which has to be plain HTTP.
///
/// Region and credentials are made up: the requests are signed, and the embedded service does not check signatures.
pub fn client(endpoint_url: impl Into<String>) -> Client {
    let config = Config::builder()
        .endpoint_url(endpoint_url)
        .region(Region::from_static("us-east-1"))
        .credentials_provider(Credentials::new("example", "example", None, None, "static"))
        .http_client(Builder::new().build_http())
        .build();
    Client::from_conf(config)
}

/// The same client, but one that asks once, and waits for an answer no longer than `timeout`.
#[must_use]
pub fn without_retries(client: &Client, timeout: Duration) -> Client {
    let timeout = TimeoutConfig::builder().operation_timeout(timeout).build();
    let config = client.config().to_builder().retry_config(RetryConfig::disabled()).timeout_config(timeout);
    Client::from_conf(config.build())
}

/// Why a listing by `operation` failed, as one readable line.
pub fn explain<E>(operation: &str, error: &paginated::Error<SdkError<E>>) -> String
where
    E: ProvideErrorMetadata + Error + 'static,
{
    let told = match error {
        paginated::Error::Operation(error) => {
            format!("{operation}: {}", answered(error).unwrap_or_else(|| chain(error)))
        }
        // These say themselves what they are about.
        other => chain(other),
    };
    // A message from elsewhere may have lines, or worse.
    let words: Vec<&str> = told.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    words.join(" ")
}

/// Code and message, where the service gave them.
fn answered(error: &impl ProvideErrorMetadata) -> Option<String> {
    let code = error.code()?;
    Some(error.message().map_or_else(|| code.to_owned(), |message| format!("{code}: {message}")))
}

/// An error and all its sources; a source that its error has told already is left out.
fn chain(error: &(dyn Error + 'static)) -> String {
    let mut told = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        let next = error.to_string();
        if !told.ends_with(&next) {
            told = format!("{told}: {next}");
        }
        source = error.source();
    }
    told
}
