//! What the feature `tracing` tells of a listing. Without the feature this is nothing.

use core::task::Poll;

use crate::operation::Progress;

#[cfg(feature = "tracing")]
use std::time::{Duration, Instant};

/// A span for a listing, when the request under way was sent, and how long the last one took.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    #[cfg(feature = "tracing")]
    span: Option<tracing::Span>,
    #[cfg(feature = "tracing")]
    sent: Option<Instant>,
    #[cfg(feature = "tracing")]
    elapsed: Duration,
}

#[cfg(feature = "tracing")]
impl Trace {
    /// A request is sent, if none is under way, and polled; what that does is part of the listing.
    pub(crate) fn request<T>(&mut self, operation: &'static str, poll: impl FnOnce() -> Poll<T>) -> Poll<T> {
        let span = self.span.get_or_insert_with(|| tracing::info_span!("paginated", operation));
        let sent = *self.sent.get_or_insert_with(Instant::now);
        let polled = span.in_scope(poll);
        if polled.is_ready() {
            self.elapsed = sent.elapsed();
            self.sent = None;
        }
        polled
    }

    /// A page is given.
    pub(crate) fn page(&self, operation: &'static str, progress: impl FnOnce() -> Progress) {
        let (Some(span), elapsed) = (&self.span, self.elapsed) else { return };
        let Progress { pages: page, given: items, over, .. } = progress();
        tracing::debug!(parent: span, operation, page, items, ?elapsed, more = !over, "page");
    }

    /// A request failed.
    pub(crate) fn failed(&self, operation: &'static str, progress: impl FnOnce() -> Progress) {
        let (Some(span), elapsed) = (&self.span, self.elapsed) else { return };
        tracing::debug!(parent: span, operation, page = progress().pages + 1, ?elapsed, "request failed");
    }
}

#[cfg(not(feature = "tracing"))]
#[allow(clippy::unused_self, reason = "as with the feature")]
impl Trace {
    #[inline]
    pub(crate) fn request<T>(&mut self, _: &'static str, poll: impl FnOnce() -> Poll<T>) -> Poll<T> {
        poll()
    }

    #[inline]
    pub(crate) fn page(&self, _: &'static str, _: impl FnOnce() -> Progress) {}

    #[inline]
    pub(crate) fn failed(&self, _: &'static str, _: impl FnOnce() -> Progress) {}
}
