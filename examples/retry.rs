//! A listing over a service that throttles, fails, breaks off and dawdles: a policy for retries, a rate limit between
//! requests, and a time limit on each wait. Nothing is lost by any of them, and nothing comes twice.
//!
//! A progress bar stands in `export/progress.rs`.

use std::time::Duration;

use aws_sdk_appstream::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_appstream::operation::describe_sessions::builders::DescribeSessionsFluentBuilder;
use aws_sdk_appstream::operation::describe_sessions::{DescribeSessionsError, DescribeSessionsOutput};
use aws_sdk_appstream::types::Session;
use backon::{BackoffBuilder, ExponentialBuilder};
use paginated::{Items, Operation, paginated};
use paginated_examples::sdk;
use paginated_examples::service::{Service, serve};
use tokio::sync::Mutex;
use tokio::time::{Interval, interval, sleep, timeout};

type Error = paginated::Error<SdkError<DescribeSessionsError>>;

/// A client of which no two requests are closer than its pace, whoever makes them: other listings, and retries too.
struct Paced(Mutex<Interval>);

impl Paced {
    fn new(pace: Duration) -> Self {
        Self(Mutex::new(interval(pace)))
    }

    /// What stands in the annotated method is done before each request: a limit of one's own, a count, a log.
    #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder)]
    async fn describe_sessions(
        &self,
        request: DescribeSessionsFluentBuilder,
    ) -> Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>> {
        self.0.lock().await.tick().await;
        request.send().await
    }
}

/// How long to wait before each retry: 10 ms, 20 ms, 40 ms, …, each up to twice as long by chance; then it is enough.
fn policy() -> ExponentialBuilder {
    ExponentialBuilder::new().with_min_delay(Duration::from_millis(10)).with_max_times(8).with_jitter()
}

/// The next item, after as many retries as the policy allows. They go on in the same stream: `retry()` re-arms it.
async fn next<O>(items: &mut Items<O>) -> Result<Option<O::Item>, Error>
where
    O: Operation<Error = SdkError<DescribeSessionsError>>,
{
    let mut waits = policy().build();
    loop {
        match patient(items).await {
            Err(error) if is_transient(&error) => {
                let Some(wait) = waits.next() else { return Err(error) };
                eprintln!("again in {wait:?}: {}", sdk::explain("DescribeSessions", &error));
                sleep(wait).await;
                items.retry();
            }
            other => return other,
        }
    }
}

/// The next item; where it takes long, that is told. The timeout drops the call and not the request: the next call goes on
/// to wait for the same answer.
async fn patient<O: Operation>(items: &mut Items<O>) -> Result<Option<O::Item>, paginated::Error<O::Error>> {
    loop {
        match timeout(Duration::from_millis(20), items.try_next()).await {
            Ok(item) => return item,
            Err(_) => eprintln!("no answer for 20 ms, waiting on"),
        }
    }
}

/// Whether the same request may succeed later.
fn is_transient(error: &Error) -> bool {
    match error.as_operation() {
        Some(SdkError::ServiceError(answer)) => {
            answer.err().code() == Some("ThrottlingException") || answer.raw().status().is_server_error()
        }
        // No answer, or half of one.
        Some(SdkError::TimeoutError(_) | SdkError::DispatchFailure(_) | SdkError::ResponseError(_)) => true,
        _ => false,
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Two requests of five get a fault.
    let service = Service::with_sample_data().with_faults(0.4, 1);
    let server = serve(service, "127.0.0.1:0").await?;
    let sdk = sdk::without_retries(&sdk::client(server.url()), Duration::from_secs(10));

    let client = Paced::new(Duration::from_millis(5));
    let request = sdk.describe_sessions().stack_name("training").fleet_name("classroom");
    let mut sessions = client.describe_sessions_paginator(request).page_size(10).items();
    while let Some(session) = next(&mut sessions).await? {
        println!("{}", session.id().unwrap_or_default());
    }
    eprintln!(
        "{} sessions in {} pages, {} requests",
        sessions.items_given(),
        sessions.pages_fetched(),
        server.requests()
    );
    Ok(())
}
