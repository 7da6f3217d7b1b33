//! Pages asked for again where that may help.

use std::error::Error;
use std::time::Duration;

use aws_sdk_appstream::error::{ProvideErrorMetadata, SdkError};
use backon::{ExponentialBuilder, RetryableWithContext};
use paginated::{Operation, Pages};
use paginated_examples::sdk;

use crate::failure::Failure;

/// 50 ms, 100 ms, 200 ms, …, each up to twice as long by chance, so that many clients do not come back at once.
fn policy() -> ExponentialBuilder {
    ExponentialBuilder::new()
        .with_min_delay(Duration::from_millis(50))
        .with_max_delay(Duration::from_secs(1))
        .with_max_times(6)
        .with_jitter()
}

/// The next page, with retries. The stream lost nothing by the failure: `retry()` re-arms it, and does nothing where it
/// has not failed.
pub(crate) async fn next_page<'p, O, E>(operation: &str, pages: &'p mut Pages<O>) -> Result<Option<O::Output>, Failure>
where
    O: Operation<Error = SdkError<E>>,
    E: ProvideErrorMetadata + Error + 'static,
{
    let ask = |pages: &'p mut Pages<O>| async {
        pages.retry();
        let page = pages.try_next().await;
        (pages, page)
    };
    let (_, page) = ask.retry(policy()).context(pages).when(is_transient).await;
    page.map_err(|error| Failure::Listing(sdk::explain(operation, &error)))
}

/// Whether the same request may succeed later.
fn is_transient<E: ProvideErrorMetadata>(error: &paginated::Error<SdkError<E>>) -> bool {
    match error.as_operation() {
        Some(SdkError::ServiceError(answer)) => {
            answer.err().code() == Some("ThrottlingException") || answer.raw().status().is_server_error()
        }
        // No answer, or half of one.
        Some(SdkError::TimeoutError(_) | SdkError::DispatchFailure(_) | SdkError::ResponseError(_)) => true,
        _ => false,
    }
}
