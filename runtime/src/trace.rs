//! What the feature `tracing` tells of a listing. Without the feature this is nothing.

use crate::operation::Progress;

#[cfg(feature = "tracing")]
use std::time::{Duration, Instant};

/// A span for a listing, when its last request was sent, and how long that took.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    #[cfg(feature = "tracing")]
    under_way: Option<(tracing::Span, Instant)>,
    #[cfg(feature = "tracing")]
    elapsed: Duration,
}

#[cfg(feature = "tracing")]
impl Trace {
    /// A request is sent.
    pub(crate) fn sent(&mut self, operation: &'static str) {
        let span = self.under_way.take().map(|(span, _)| span);
        let span = span.unwrap_or_else(|| tracing::info_span!("paginated", operation));
        self.under_way = Some((span, Instant::now()));
    }

    /// What `poll` does is part of the listing.
    pub(crate) fn inside<T>(&self, poll: impl FnOnce() -> T) -> T {
        match &self.under_way {
            Some((span, _)) => span.in_scope(poll),
            None => poll(),
        }
    }

    /// The answer is there.
    pub(crate) fn answered(&mut self) {
        self.elapsed = self.under_way.as_ref().map_or(Duration::ZERO, |(_, sent)| sent.elapsed());
    }

    /// A page is given.
    pub(crate) fn page(&self, operation: &'static str, progress: impl FnOnce() -> Progress) {
        let (Some((span, _)), elapsed) = (&self.under_way, self.elapsed) else { return };
        let Progress { pages: page, given: items, over, .. } = progress();
        tracing::debug!(parent: span, operation, page, items, ?elapsed, more = !over, "page");
    }

    /// A request failed.
    pub(crate) fn failed(&self, operation: &'static str, progress: impl FnOnce() -> Progress) {
        let (Some((span, _)), elapsed) = (&self.under_way, self.elapsed) else { return };
        tracing::debug!(parent: span, operation, page = progress().pages + 1, ?elapsed, "request failed");
    }
}

#[cfg(not(feature = "tracing"))]
#[allow(clippy::unused_self, reason = "as with the feature")]
impl Trace {
    #[inline]
    pub(crate) fn sent(&mut self, _: &'static str) {}

    #[inline]
    pub(crate) fn inside<T>(&self, poll: impl FnOnce() -> T) -> T {
        poll()
    }

    #[inline]
    pub(crate) fn answered(&mut self) {}

    #[inline]
    pub(crate) fn page(&self, _: &'static str, _: impl FnOnce() -> Progress) {}

    #[inline]
    pub(crate) fn failed(&self, _: &'static str, _: impl FnOnce() -> Progress) {}
}
