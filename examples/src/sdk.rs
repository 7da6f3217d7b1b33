//! The AWS SDK client, without TLS and without looking at the environment.

use aws_sdk_appstream::Client;
use aws_sdk_appstream::config::{Config, Credentials, Region};
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
