//! Events of the feature `tracing`. Without the feature, nothing is recorded.

use crate::operation::Progress;

#[cfg(feature = "tracing")]
use std::time::{Duration, Instant};

/// The span of a list, and the times of its requests.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    #[cfg(feature = "tracing")]
    span: Option<tracing::Span>,
    /// The time at which the request in flight was sent.
    #[cfg(feature = "tracing")]
    sent: Option<Instant>,
    /// The duration of the last request.
    #[cfg(feature = "tracing")]
    elapsed: Duration,
}

#[cfg(feature = "tracing")]
impl Trace {
    /// Runs a part of the client's method in the span of the list.
    pub(crate) fn in_span<T>(&mut self, operation: &'static str, run: impl FnOnce() -> T) -> T {
        self.span.get_or_insert_with(|| tracing::info_span!("paginated", operation)).in_scope(run)
    }

    /// Records that a request is sent.
    pub(crate) fn request_sent(&mut self) {
        self.sent = Some(Instant::now());
    }

    /// Records that a response arrived.
    pub(crate) fn response_received(&mut self) {
        if let Some(sent) = self.sent.take() {
            self.elapsed = sent.elapsed();
        }
    }

    /// Emits the event of a page, or of a request that failed.
    pub(crate) fn emit(&self, operation: &'static str, is_ok: bool, progress: impl FnOnce() -> Progress) {
        let (Some(span), elapsed) = (&self.span, self.elapsed) else { return };
        let Progress { pages, page_len, is_done, .. } = progress();
        if is_ok {
            tracing::debug!(parent: span, operation, page = pages, items = page_len, ?elapsed, more = !is_done, "page");
        } else {
            tracing::debug!(parent: span, operation, page = pages + 1, ?elapsed, "request failed");
        }
    }
}

#[cfg(not(feature = "tracing"))]
#[allow(clippy::unused_self, reason = "the methods are those of the feature")]
impl Trace {
    pub(crate) fn in_span<T>(&mut self, _: &'static str, run: impl FnOnce() -> T) -> T {
        run()
    }
    pub(crate) fn request_sent(&mut self) {}
    pub(crate) fn response_received(&mut self) {}
    pub(crate) fn emit(&self, _: &'static str, _: bool, _: impl FnOnce() -> Progress) {}
}
