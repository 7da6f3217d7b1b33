//! Listings over a service that fails on purpose, asked by the AWS SDK with its own retries off.

use std::time::{Duration, Instant};

use aws_sdk_appstream::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_appstream::operation::describe_sessions::builders::DescribeSessionsFluentBuilder;
use aws_sdk_appstream::operation::describe_sessions::{DescribeSessionsError, DescribeSessionsOutput};
use aws_sdk_appstream::types::Session;
use paginated::paginated;
use paginated_examples::sdk;
use paginated_examples::service::{Fault, SLOWEST, Server, Service, serve};

#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder)]
async fn describe_sessions(
    request: DescribeSessionsFluentBuilder,
) -> Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>> {
    request.send().await
}

async fn start(sessions: usize, rate: f64, seed: u64) -> Server {
    let service = Service::new().with_sessions("big", "fleet", sessions).with_faults(rate, seed);
    serve(service, "127.0.0.1:0").await.expect("a free port")
}

/// A request that is sent once and waits no longer than `timeout`.
fn request(server: &Server, timeout: Duration) -> DescribeSessionsFluentBuilder {
    let client = sdk::without_retries(&sdk::client(server.url()), timeout);
    client.describe_sessions().stack_name("big").fleet_name("fleet")
}

fn faults(server: &Server) -> [u64; 5] {
    Fault::ALL.map(|fault| server.service().faults(fault))
}

/// What a client sees of an answer, as the fault that looks like it.
fn seen(answer: &Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>>) -> Fault {
    match answer {
        Ok(_) => Fault::SlowAnswer,
        Err(error) if error.code() == Some("ThrottlingException") => Fault::Throttling,
        Err(error) if error.raw_response().is_some_and(|answer| answer.status().as_u16() == 500) => {
            Fault::InternalError
        }
        Err(SdkError::ResponseError(_)) => Fault::CutBody,
        Err(SdkError::DispatchFailure(_)) => Fault::DroppedConnection,
        Err(other) => panic!("no fault looks like {other:?}"),
    }
}

#[tokio::test]
async fn each_fault_is_what_it_says() {
    let server = start(50, 1.0, 1).await;
    let request = request(&server, Duration::from_mins(1));
    for asked in 1..=100 {
        let before = faults(&server);
        let fault = seen(&request.clone().send().await);
        let served =
            Fault::ALL.into_iter().zip(before).find(|(fault, before)| server.service().faults(*fault) > *before);
        assert_eq!((served.map(|(fault, _)| fault), server.requests()), (Some(fault), asked));
    }
    assert!(faults(&server).iter().all(|served| *served > 0), "{:?}", faults(&server));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_thousand_sessions_come_once_and_in_order_at_five_percent_faults() {
    let began = Instant::now();
    let server = start(100_000, 0.05, 7).await;
    let mut sessions = describe_sessions_paginator(request(&server, SLOWEST / 2)).page_size(50).items();
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

    let [throttled, failed, cut, slow, dropped] = faults(&server);
    assert!([throttled, failed, cut, slow, dropped].into_iter().all(|served| served > 0));
    assert!(failures >= throttled + failed + cut + dropped, "{failures} failures");
    println!(
        "{} requests in {:?}: {throttled} throttled, {failed} failed, {cut} cut, {slow} slow, {dropped} dropped; \
         {failures} failures",
        server.requests(),
        began.elapsed(),
    );
}
