//! Retries of transient errors.

use std::time::Duration;

use backon::{ExponentialBuilder, RetryableWithContext};
use paginated::{Error, Operation, Pages};

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
pub(crate) async fn next_page<'p, O: Operation>(
    pages: &'p mut Pages<O>,
    is_transient: fn(&Error<O::Error>) -> bool,
) -> Result<Option<O::Output>, Error<O::Error>> {
    let request_page = |pages: &'p mut Pages<O>| async {
        pages.retry();
        let page = pages.try_next().await;
        (pages, page)
    };
    let (_, page) = request_page.retry(backoff()).context(pages).when(is_transient).await;
    page
}
