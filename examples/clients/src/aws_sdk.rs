//! `aws-sdk-*`: operations that the SDK has no paginator for.
//!
//! # What to watch for
//!
//! - The SDK generates paginators only for operations that are modeled as paginated: `into_paginator()`. Many operations have a
//!   `NextToken` and are not.
//! - The botocore project has paginator definitions for more operations. Their keys can be copied unchanged, with two exceptions:
//!   see the [guide](https://docs.rs/paginated/latest/paginated/guide/botocore/#operation-definitions).
//! - The token of DynamoDB's `Query` and `Scan` is a map, which `token_with` stores: see the recipe `dynamodb`.
//! - The responses do not derive `Page`, so an annotated function names the item: `item = Session`. `paginate!` infers it.
//! - The client retries failed requests itself. `retry()` sends a request again after that.

use aws_sdk_appstream::Client;
use aws_sdk_appstream::error::SdkError;
use aws_sdk_appstream::operation::describe_sessions::DescribeSessionsError;
use aws_sdk_appstream::types::Session;
use paginated::{Error, paginate};

/// Lists the first sessions of a fleet.
pub async fn first_sessions(
    client: &Client,
    stack: &str,
    fleet: &str,
    count: usize,
) -> Result<Vec<Session>, Error<SdkError<DescribeSessionsError>>> {
    let sessions = paginate!(
        client.describe_sessions().stack_name(stack).fleet_name(fleet) => |request| request.send(),
        input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", builder,
    );
    sessions.max_items(count).items().try_collect().await
}

#[cfg(test)]
mod tests {
    use paginated_examples::sdk;
    use paginated_examples::service::{Service, serve};

    use super::*;

    #[tokio::test]
    async fn lists_by_token() {
        let server = serve(Service::with_sample_data(), "127.0.0.1:0").await.unwrap();
        let client = sdk::client(server.url());
        let sessions = first_sessions(&client, "design", "graphics-pro", 30).await.unwrap();
        assert_eq!(sessions.len(), 30);
        assert!(first_sessions(&client, "none", "graphics-pro", 30).await.is_err());
    }
}
