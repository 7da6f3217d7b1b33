//! Listings from a service that simulates faults, with the retries of the AWS SDK disabled.

use std::time::{Duration, Instant};

use aws_sdk_appstream::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_appstream::operation::describe_sessions::builders::DescribeSessionsFluentBuilder;
use aws_sdk_appstream::operation::describe_sessions::{DescribeSessionsError, DescribeSessionsOutput};
use paginated_examples::operations::describe_sessions_paginator;
use paginated_examples::sdk;
use paginated_examples::service::{Fault, MAX_DELAY, Server, Service, serve};

async fn start_service(sessions: usize, rate: f64, seed: u64) -> Server {
    let service = Service::new().with_sessions("big", "fleet", sessions).with_faults(rate, seed);
    serve(service, "127.0.0.1:0").await.expect("a free port")
}

/// Returns a request that is sent once and waits at most `timeout`.
fn build_request(server: &Server, timeout: Duration) -> DescribeSessionsFluentBuilder {
    let client = sdk::without_retries(&sdk::client(server.url()), timeout);
    client.describe_sessions().stack_name("big").fleet_name("fleet")
}

fn fault_counts(server: &Server) -> [u64; 5] {
    Fault::ALL.map(|fault| server.service().faults(fault))
}

/// Returns the fault that explains a result.
fn identify_fault(result: &Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>>) -> Fault {
    match result {
        Ok(_) => Fault::SlowResponse,
        Err(error) if error.code() == Some("ThrottlingException") => Fault::Throttling,
        Err(error) if error.raw_response().is_some_and(|response| response.status().as_u16() == 500) => {
            Fault::InternalError
        }
        Err(SdkError::ResponseError(_)) => Fault::TruncatedBody,
        Err(SdkError::DispatchFailure(_)) => Fault::DroppedConnection,
        Err(other) => panic!("unexpected error: {other:?}"),
    }
}

#[tokio::test]
async fn each_fault_has_its_documented_effect() {
    let server = start_service(50, 1.0, 1).await;
    let request = build_request(&server, Duration::from_mins(1));
    for number in 1..=100 {
        let before = fault_counts(&server);
        let fault = identify_fault(&request.clone().send().await);
        let served =
            Fault::ALL.into_iter().zip(before).find(|(fault, before)| server.service().faults(*fault) > *before);
        assert_eq!((served.map(|(fault, _)| fault), server.requests()), (Some(fault), number));
    }
    assert!(fault_counts(&server).iter().all(|served| *served > 0), "{:?}", fault_counts(&server));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_thousand_sessions_come_once_and_in_order_at_five_percent_faults() {
    let start = Instant::now();
    let server = start_service(100_000, 0.05, 7).await;
    let mut sessions = describe_sessions_paginator(build_request(&server, MAX_DELAY / 2)).page_size(50).items();
    let mut expected = server.service().sessions("big", "fleet");
    let mut failures = 0;
    while let Some(session) = sessions.next().await {
        match session {
            Ok(session) => assert_eq!(session.id, expected.next().map(|session| session.id)),
            Err(error) if error.is_operation() => {
                failures += 1;
                sessions.retry();
            }
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(expected.next(), None, "the listing ended early");
    assert_eq!((sessions.items_given(), sessions.pages_fetched(), sessions.resume_token()), (100_000, 2_000, None));

    let [throttled, failed, cut, slow, dropped] = fault_counts(&server);
    assert!([throttled, failed, cut, slow, dropped].into_iter().all(|served| served > 0));
    assert!(failures >= throttled + failed + cut + dropped, "{failures} failures");
    println!(
        "{} requests in {:?}: {throttled} throttled, {failed} failed, {cut} truncated, {slow} slow, {dropped} dropped; \
         {failures} failures",
        server.requests(),
        start.elapsed(),
    );
}
