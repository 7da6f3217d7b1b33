//! Lists the sessions of every fleet of every stack, 64 fleets at a time, with one client.
//!
//! A paginator's items are a `Stream`, so the combinators of `futures` read lists concurrently. Each list that is read
//! keeps one page in memory. `cargo run --example concurrently` starts an `AppStream` service of its own.

use std::error::Error;

use aws_sdk_appstream::Client;
use aws_sdk_appstream::types::Session;
use futures::{Stream, TryStreamExt};
use paginated_examples::operations::{
    describe_sessions_paginator, describe_stacks_paginator, list_associated_fleets_paginator,
};
use paginated_examples::sdk;
use paginated_examples::service::{Service, serve};

/// The maximum number of fleets that are listed concurrently.
pub(crate) const MAX_CONCURRENT_FLEETS: usize = 64;

/// Returns each stack with each of its fleets, one stack after another.
fn list_fleets(client: &Client) -> impl Stream<Item = Result<(String, String), String>> {
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

/// Returns the sessions of all fleets. The sessions of one fleet are in order, interleaved with those of other fleets.
pub(crate) fn list_sessions(client: &Client) -> impl Stream<Item = Result<Session, String>> {
    let listings = list_fleets(client).map_ok(|(stack, fleet)| {
        let request = client.describe_sessions().stack_name(stack).fleet_name(fleet);
        let sessions = describe_sessions_paginator(request).page_size(50).items();
        sessions.map_err(|error| sdk::explain("DescribeSessions", &error))
    });
    listings.try_flatten_unordered(MAX_CONCURRENT_FLEETS)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let service = (0..200).fold(Service::new(), |service, number| {
        service.with_sessions(&format!("stack-{}", number / 20), &format!("fleet-{number}"), 120)
    });
    let server = serve(service, "127.0.0.1:0").await?;
    let client = sdk::client(server.url());
    let count = list_sessions(&client).try_fold(0, |count, _| async move { Ok(count + 1) }).await?;
    println!(
        "listed {count} sessions of 200 fleets, {MAX_CONCURRENT_FLEETS} at a time, with {} requests",
        server.requests()
    );
    Ok(())
}
