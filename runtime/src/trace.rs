//! Events of the feature `tracing`. Without the feature, nothing is recorded.

use crate::error::Error;
use crate::operation::Progress;

#[cfg(feature = "tracing")]
use std::time::{Duration, Instant};

/// The span of a list.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    #[cfg(feature = "tracing")]
    span: Option<tracing::Span>,
}

/// The duration of a request.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Timer {
    /// The time at which the request was sent, while it is in flight.
    #[cfg(feature = "tracing")]
    sent: Option<Instant>,
    #[cfg(feature = "tracing")]
    elapsed: Duration,
}

#[cfg(feature = "tracing")]
impl Trace {
    /// Runs a part of the client's method in the span of the list.
    pub(crate) fn in_span<T>(&mut self, operation: &'static str, run: impl FnOnce() -> T) -> T {
        self.span.get_or_insert_with(|| tracing::info_span!("paginated", operation)).in_scope(run)
    }

    /// Emits the event of a page, or of an error: the request failed, or its response was rejected.
    pub(crate) fn emit<O, E>(
        &self,
        operation: &'static str,
        page: &Result<O, Error<E>>,
        timer: Timer,
        progress: impl FnOnce() -> Progress,
    ) {
        let (Some(span), elapsed) = (&self.span, timer.elapsed) else { return };
        let progress = progress();
        let more = !progress.is_done();
        let Progress { pages, kept, .. } = progress;
        match page {
            Ok(_) => {
                tracing::debug!(parent: span, operation, page = pages, items = kept, ?elapsed, more, "page");
            }
            Err(Error::Operation(_)) => {
                tracing::debug!(parent: span, operation, page = pages + 1, ?elapsed, "request failed");
            }
            Err(_) => tracing::debug!(parent: span, operation, page = pages + 1, ?elapsed, "response rejected"),
        }
    }
}

#[cfg(feature = "tracing")]
impl Timer {
    /// Starts at the current time.
    pub(crate) fn start(&mut self) {
        self.sent = Some(Instant::now());
    }

    /// Stops at the current time, if it is running.
    pub(crate) fn stop(&mut self) {
        if let Some(sent) = self.sent.take() {
            self.elapsed = sent.elapsed();
        }
    }
}

#[cfg(not(feature = "tracing"))]
#[allow(clippy::unused_self, reason = "the methods are those of the feature")]
impl Trace {
    pub(crate) fn in_span<T>(&mut self, _: &'static str, run: impl FnOnce() -> T) -> T {
        run()
    }
    pub(crate) fn emit<O, E>(&self, _: &'static str, _: &Result<O, Error<E>>, _: Timer, _: impl FnOnce() -> Progress) {}
}

#[cfg(not(feature = "tracing"))]
#[allow(clippy::unused_self, reason = "the methods are those of the feature")]
impl Timer {
    pub(crate) fn start(&mut self) {}
    pub(crate) fn stop(&mut self) {}
}
