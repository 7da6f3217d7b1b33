//! Lists sessions from a service that often fails, with retries, a rate limit, and a timeout for each call of
//! `try_next()`.
//!
//! Every session is listed exactly once. For a progress bar, see the example `export`.

use std::time::Duration;

use aws_sdk_appstream::error::SdkError;
use aws_sdk_appstream::operation::describe_sessions::builders::DescribeSessionsFluentBuilder;
use aws_sdk_appstream::operation::describe_sessions::{DescribeSessionsError, DescribeSessionsOutput};
use aws_sdk_appstream::types::Session;
use backon::{BackoffBuilder, ExponentialBuilder};
use paginated::{Items, Operation, paginated};
use paginated_examples::sdk;
use paginated_examples::service::{Service, serve};
use tokio::sync::Mutex;
use tokio::time::{Interval, MissedTickBehavior, interval, sleep, timeout};

type ListError = paginated::Error<SdkError<DescribeSessionsError>>;

/// A client that limits the rate of all its requests, including retries and other lists.
pub(crate) struct RateLimitedClient(Mutex<Interval>);

impl RateLimitedClient {
    pub(crate) fn new(period: Duration) -> Self {
        let mut interval = interval(period);
        // By default, an interval makes up for the time of a pause, and does not limit the rate of the requests after it.
        interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self(Mutex::new(interval))
    }

    /// Waits for the rate limit and requests one page. The body runs for every page and every retry.
    #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder)]
    pub(crate) async fn describe_sessions(
        &self,
        request: DescribeSessionsFluentBuilder,
    ) -> Result<DescribeSessionsOutput, SdkError<DescribeSessionsError>> {
        self.0.lock().await.tick().await;
        request.send().await
    }
}

/// Returns the delays before retries: 10 ms, 20 ms, 40 ms, and so on, each with random jitter of up to its length.
fn backoff() -> ExponentialBuilder {
    ExponentialBuilder::new().with_min_delay(Duration::from_millis(10)).with_max_times(8).with_jitter()
}

/// Returns the next item. After a transient error, `retry()` lets the same stream send the failed request again.
async fn next_with_retries<O>(items: &mut Items<O>) -> Result<Option<O::Item>, ListError>
where
    O: Operation<Error = SdkError<DescribeSessionsError>>,
{
    let mut delays = backoff().build();
    loop {
        match next_with_timeout(items).await {
            Err(error) if sdk::is_transient(&error) => {
                let Some(delay) = delays.next() else { return Err(error) };
                eprintln!("retrying in {delay:?}: {}", sdk::explain("DescribeSessions", &error));
                sleep(delay).await;
                items.retry();
            }
            result => return result,
        }
    }
}

/// Returns the next item, and reports each timeout. A timeout does not cancel the request: the next call to
/// `try_next()` waits for the same response.
async fn next_with_timeout<O: Operation>(items: &mut Items<O>) -> Result<Option<O::Item>, paginated::Error<O::Error>> {
    loop {
        match timeout(Duration::from_millis(20), items.try_next()).await {
            Ok(result) => return result,
            Err(_) => eprintln!("no response after 20 ms, still waiting"),
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // 40 % of the requests have a fault: most fail, and some are slow.
    let service = Service::with_sample_data().with_faults(0.4, 1);
    let server = serve(service, "127.0.0.1:0").await?;
    let sdk = sdk::without_retries(&sdk::client(server.url()), Duration::from_secs(10));

    let client = RateLimitedClient::new(Duration::from_millis(5));
    let request = sdk.describe_sessions().stack_name("training").fleet_name("classroom");
    let mut sessions = client.describe_sessions_paginator(request).page_size(10).items();
    while let Some(session) = next_with_retries(&mut sessions).await? {
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
