//! The example with many listings at once: that it lists all, and holds no more than it says.

#[path = "../concurrently.rs"]
#[allow(dead_code, reason = "it is an example, with a `main`")]
mod example;
mod process;

use std::collections::HashMap;
use std::pin::pin;
use std::time::Duration;

use aws_sdk_appstream::types::Session;
use example::AT_ONCE;
use futures::{StreamExt, TryStreamExt};
use paginated_examples::sdk;
use paginated_examples::service::{Server, Service, serve};
use process::{run, text};

const STACKS: usize = 10;
const FLEETS: usize = 20;

/// Two hundred fleets of three pages.
async fn start() -> Server {
    let pairs = (0..STACKS).flat_map(|stack| (0..FLEETS).map(move |fleet| (stack, fleet)));
    let service = pairs.fold(Service::new(), |service, (stack, fleet)| {
        service.with_sessions(&format!("stack-{stack}"), &format!("fleet-{stack}-{fleet}"), 120)
    });
    serve(service, "127.0.0.1:0").await.expect("a free port")
}

#[tokio::test]
async fn every_session_of_every_fleet_comes_once_and_in_the_order_of_its_fleet() {
    let server = start().await;
    let listed: Vec<Session> = example::sessions(&sdk::client(server.url())).try_collect().await.expect("sessions");
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
async fn no_more_is_asked_for_than_what_may_be_under_way() {
    let server = start().await;
    let client = sdk::client(server.url());
    let mut sessions = pin!(example::sessions(&client));
    sessions.next().await.expect("a session").expect("no error");
    tokio::time::sleep(Duration::from_millis(300)).await;
    sessions.next().await.expect("a session").expect("no error");
    // Nobody has taken more than two sessions, so no listing but these has gone behind its first page.
    let names = 1 + STACKS as u64;
    assert!(server.requests() <= AT_ONCE as u64 + names, "{} requests", server.requests());
    assert!(server.requests() > AT_ONCE as u64 / 2, "{} requests", server.requests());
}

#[tokio::test]
async fn a_listing_that_fails_ends_all() {
    let server = start().await;
    let client = sdk::without_retries(&sdk::client(server.url()), Duration::from_mins(1));
    let mut sessions = pin!(example::sessions(&client));
    sessions.next().await.expect("a session").expect("no error");
    server.stop().await;
    let error = loop {
        match sessions.next().await {
            Some(Ok(_)) => {}
            Some(Err(error)) => break error,
            None => panic!("an end, and no error"),
        }
    };
    assert!(error.contains(": "), "{error}");
}

#[test]
fn it_tells_what_it_listed() {
    let output = run("concurrently", &[]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    // A page of stacks, one of fleets for each of the ten, three of sessions for each of the two hundred.
    assert_eq!(text(&output.stdout), "24000 sessions of 200 fleets, 64 of them at once, by 611 requests\n");
}
