//! Tests of concurrent listings.

#[path = "../concurrently.rs"]
#[allow(dead_code, reason = "`main` is not called")]
mod example;

use std::collections::HashMap;
use std::pin::pin;
use std::time::Duration;

use aws_sdk_appstream::types::Session;
use example::MAX_CONCURRENT_FLEETS;
use futures::{StreamExt, TryStreamExt};
use paginated_examples::process::{run, text};
use paginated_examples::sdk;
use paginated_examples::service::{Server, Service, serve};

const STACKS: usize = 10;
const FLEETS: usize = 20;

/// Starts a service with 200 fleets of three pages each.
async fn start_service() -> Server {
    let pairs = (0..STACKS).flat_map(|stack| (0..FLEETS).map(move |fleet| (stack, fleet)));
    let service = pairs.fold(Service::new(), |service, (stack, fleet)| {
        service.with_sessions(&format!("stack-{stack}"), &format!("fleet-{stack}-{fleet}"), 120)
    });
    serve(service, "127.0.0.1:0").await.expect("a free port")
}

#[tokio::test]
async fn every_session_is_listed_once_in_the_order_of_its_fleet() {
    let server = start_service().await;
    let listed: Vec<Session> =
        example::list_sessions(&sdk::client(server.url())).try_collect().await.expect("sessions");
    let mut by_fleet = HashMap::<_, Vec<_>>::new();
    for session in listed {
        by_fleet.entry((session.stack_name, session.fleet_name)).or_default().push(session.id);
    }
    assert_eq!(by_fleet.len(), STACKS * FLEETS);
    for ((stack, fleet), ids) in by_fleet {
        let (stack, fleet) = (stack.expect("a stack"), fleet.expect("a fleet"));
        let expected: Vec<_> = server.service().sessions(&stack, &fleet).map(|session| Some(session.id)).collect();
        assert_eq!(ids, expected, "{stack} {fleet}");
    }
}

#[tokio::test]
async fn the_number_of_concurrent_listings_is_limited() {
    let server = start_service().await;
    let client = sdk::client(server.url());
    let mut sessions = pin!(example::list_sessions(&client));
    sessions.next().await.expect("a session").expect("no error");
    tokio::time::sleep(Duration::from_millis(300)).await;
    sessions.next().await.expect("a session").expect("no error");
    // Only two sessions were taken, so every listing of sessions is at its first page.
    let other_requests = 1 + STACKS as u64;
    assert!(server.requests() <= MAX_CONCURRENT_FLEETS as u64 + other_requests, "{} requests", server.requests());
    assert!(server.requests() > MAX_CONCURRENT_FLEETS as u64 / 2, "{} requests", server.requests());
}

#[tokio::test]
async fn a_failed_listing_ends_the_stream_with_an_error() {
    let server = start_service().await;
    let client = sdk::without_retries(&sdk::client(server.url()), Duration::from_mins(1));
    let mut sessions = pin!(example::list_sessions(&client));
    sessions.next().await.expect("a session").expect("no error");
    server.stop().await;
    let error = loop {
        match sessions.next().await {
            Some(Ok(_)) => {}
            Some(Err(error)) => break error,
            None => panic!("the stream ended without an error"),
        }
    };
    assert!(error.contains(": "), "{error}");
}

#[test]
fn the_example_prints_the_number_of_sessions_and_requests() {
    let output = run("concurrently", &[]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    // One page of stacks, one page of fleets for each of 10 stacks, three pages of sessions for each of 200 fleets.
    assert_eq!(text(&output.stdout), "listed 24000 sessions of 200 fleets, 64 at a time, with 611 requests\n");
}
