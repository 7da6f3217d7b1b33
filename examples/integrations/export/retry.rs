//! Retries of transient errors.

use std::error::Error;
use std::time::Duration;

use aws_sdk_appstream::error::{ProvideErrorMetadata, SdkError};
use backon::{ExponentialBuilder, RetryableWithContext};
use paginated::{Operation, Pages};
use paginated_examples::sdk;

/// Returns the delays before retries: 50 ms, 100 ms, 200 ms, and so on, each with random jitter of up to its length, so
/// that many clients do not retry at the same time.
fn backoff() -> ExponentialBuilder {
    ExponentialBuilder::new()
        .with_min_delay(Duration::from_millis(50))
        .with_max_delay(Duration::from_secs(1))
        .with_max_times(6)
        .with_jitter()
}

/// Returns the next page. After a transient error, `retry()` lets the stream send the failed request again. Without an
/// error, `retry()` has no effect.
pub(crate) async fn next_page<'p, O, E>(operation: &str, pages: &'p mut Pages<O>) -> Result<Option<O::Output>, String>
where
    O: Operation<Error = SdkError<E>>,
    E: ProvideErrorMetadata + Error + 'static,
{
    let request_page = |pages: &'p mut Pages<O>| async {
        pages.retry();
        let page = pages.try_next().await;
        (pages, page)
    };
    let (_, page) = request_page.retry(backoff()).context(pages).when(sdk::is_transient).await;
    page.map_err(|error| sdk::explain(operation, &error))
}
