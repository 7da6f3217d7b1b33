//! Several listings at once: the sessions of every fleet of every stack, 64 fleets at a time, over one client.
//!
//! A paginator's items are a stream, so the combinators of `futures` do it: streams of streams, flattened. What is in
//! memory is a page of each listing under way, however many listings there are. `cargo run --example concurrently` asks an
//! `AppStream` service that it starts itself.

use std::error::Error;

use aws_sdk_appstream::Client;
use aws_sdk_appstream::error::SdkError;
use aws_sdk_appstream::operation::describe_sessions::builders::DescribeSessionsFluentBuilder;
use aws_sdk_appstream::operation::describe_sessions::{DescribeSessionsError, DescribeSessionsOutput};
use aws_sdk_appstream::operation::describe_stacks::builders::DescribeStacksFluentBuilder;
use aws_sdk_appstream::operation::describe_stacks::{DescribeStacksError, DescribeStacksOutput};
use aws_sdk_appstream::operation::list_associated_fleets::builders::ListAssociatedFleetsFluentBuilder;
use aws_sdk_appstream::operation::list_associated_fleets::{ListAssociatedFleetsError, ListAssociatedFleetsOutput};
use aws_sdk_appstream::types::{Session, Stack};
use futures::{Stream, TryStreamExt};
use paginated::paginated;
use paginated_examples::sdk;
use paginated_examples::service::{Service, serve};

/// How many fleets are listed at the same time.
pub(crate) const AT_ONCE: usize = 64;

#[paginated(input_token = "NextToken", result_key = "Stacks", item = Stack, builder)]
async fn describe_stacks(
    request: DescribeStacksFluentBuilder,
) -> Result<DescribeStacksOutput, SdkError<DescribeStacksError>> {
    request.send().await
}

#[paginated(input_token = "NextToken", result_key = "Names", item = String, builder)]
async fn list_associated_fleets(
    request: ListAssociatedFleetsFluentBuilder,
) -> Result<ListAssociatedFleetsOutput, SdkError<ListAssociatedFleetsError>> {
    request.send().await
}

#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder)]
async fn describe_sessions(
    request: DescribeSessionsFluentBuilder,
) -> Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>> {
    request.send().await
}

/// Each stack and fleet that belong together, one stack after the other.
fn fleets(client: &Client) -> impl Stream<Item = Result<(String, String), String>> {
    let stacks = describe_stacks_paginator(client.describe_stacks()).items();
    let stacks = stacks.map_err(|error| sdk::explain("DescribeStacks", &error));
    let fleets = stacks.map_ok(|stack| {
        let stack = stack.name.unwrap_or_default();
        let request = client.list_associated_fleets().stack_name(&stack);
        let fleets = list_associated_fleets_paginator(request).items();
        let fleets = fleets.map_err(|error| sdk::explain("ListAssociatedFleets", &error));
        fleets.map_ok(move |fleet| (stack.clone(), fleet))
    });
    fleets.try_flatten()
}

/// The sessions of all of them. Those of one fleet come in their order, and between them those of others.
pub(crate) fn sessions(client: &Client) -> impl Stream<Item = Result<Session, String>> {
    let listings = fleets(client).map_ok(|(stack, fleet)| {
        let request = client.describe_sessions().stack_name(stack).fleet_name(fleet);
        let sessions = describe_sessions_paginator(request).page_size(50).items();
        sessions.map_err(|error| sdk::explain("DescribeSessions", &error))
    });
    listings.try_flatten_unordered(AT_ONCE)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let account = (0..200).fold(Service::new(), |service, number| {
        service.with_sessions(&format!("stack-{}", number / 20), &format!("fleet-{number}"), 120)
    });
    let server = serve(account, "127.0.0.1:0").await?;
    let client = sdk::client(server.url());
    let count = sessions(&client).try_fold(0, |count, _| async move { Ok(count + 1) }).await?;
    println!("{count} sessions of 200 fleets, {AT_ONCE} of them at once, by {} requests", server.requests());
    Ok(())
}
