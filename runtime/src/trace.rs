//! What the feature `tracing` tells of a listing. Without the feature this is nothing.

use crate::operation::Progress;

#[cfg(feature = "tracing")]
use std::time::Instant;

/// A span for a listing, and when its last request was sent.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    #[cfg(feature = "tracing")]
    under_way: Option<(tracing::Span, Instant)>,
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

    /// A page came.
    pub(crate) fn page(&self, operation: &'static str, progress: Progress) {
        let Some((span, sent)) = &self.under_way else { return };
        let Progress { pages: page, given: items, over, .. } = progress;
        let elapsed = sent.elapsed();
        tracing::debug!(parent: span, operation, page, items, ?elapsed, more = !over, "page");
    }

    /// A request failed.
    pub(crate) fn failed(&self, operation: &'static str, progress: Progress) {
        let Some((span, sent)) = &self.under_way else { return };
        let elapsed = sent.elapsed();
        tracing::debug!(parent: span, operation, page = progress.pages + 1, ?elapsed, "request failed");
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
    pub(crate) fn page(&self, _: &'static str, _: Progress) {}

    #[inline]
    pub(crate) fn failed(&self, _: &'static str, _: Progress) {}
}
