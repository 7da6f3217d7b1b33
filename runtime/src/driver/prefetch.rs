//! Prefetching: the requests for the pages after the next one.
//!
//! The cursor does not know about these requests. A page that arrives before its turn is read only to find out whether another
//! request is needless. It is received like any other when the stream reaches it.

use core::future::Future;
use core::task::Context;

use super::Driver;
use crate::call::CallOutput;
use crate::continuation::{Continuation, Total};
use crate::description::Description;
use crate::keys::PageItems;
use crate::read_ahead::ReadAhead;
use crate::state::Cursor;

impl<R, O, C, F, K, L, S> Driver<R, O, C, F, K, L, S>
where
    C: FnMut(R) -> F,
    F: Future<Output: CallOutput<R, Output = O>>,
    K: Continuation<R, O>,
    L: PageItems<O>,
{
    /// Makes the first request that was sent ahead the one for the next page, if its position was predicted correctly.
    #[cold]
    pub(super) fn take_next_ahead(&mut self) {
        let continuation = &self.description.continuation;
        let next = self.cursor.next().filter(|_| self.cursor.can_send());
        let Some(read_ahead) = &mut self.read_ahead else { return };
        let in_flight = read_ahead.take_first(|position| next.is_some_and(|next| continuation.is_same(next, position)));
        if let Some(in_flight) = in_flight {
            self.in_flight = in_flight;
        }
    }

    /// Sends requests for pages after the next one, up to `pages` of them, and polls those in flight. Returns whether any is
    /// pending.
    #[cold]
    #[inline(never)]
    pub(super) fn poll_read_ahead(&mut self, cx: &Context<'_>, pages: usize) -> bool {
        let mut read_ahead = self.read_ahead.take().unwrap_or_default();
        loop {
            self.send_ahead(cx, pages, &mut read_ahead);
            // A response makes room for another request.
            if !self.poll_requests_ahead(cx, &mut read_ahead) {
                break;
            }
        }
        let is_pending = read_ahead.pending() > 0;
        self.read_ahead = Some(read_ahead);
        is_pending
    }

    /// Sends requests until `pages` pages are requested ahead, `concurrency_limit` is reached, or no position can be predicted.
    fn send_ahead(&mut self, cx: &Context<'_>, pages: usize, read_ahead: &mut ReadAhead<K::Position, F>) {
        let limit = self.options.concurrency_limit.unwrap_or(usize::MAX);
        while read_ahead.len() < pages && read_ahead.pending() + usize::from(self.in_flight.is_pending()) < limit {
            let Some(position) = self.predict(read_ahead) else { return };
            let Self { call, description, trace, .. } = self;
            let write = |request: &mut R| description.write_position(request, Some(&position));
            let Some(future) = trace.in_span(description.name, || call.start(write)) else { return };
            read_ahead.push(position, future, cx);
        }
    }

    /// Polls the requests that were sent ahead. Returns whether any response arrived.
    fn poll_requests_ahead(&mut self, cx: &Context<'_>, read_ahead: &mut ReadAhead<K::Position, F>) -> bool {
        let Self { description, cursor, trace, .. } = self;
        let mut total = read_ahead.total.or(self.total);
        let has_arrived = trace.in_span(description.name, || {
            read_ahead.poll(cx, |position, output| read_early(description, cursor, Some(position), output, &mut total))
        });
        read_ahead.total = total;
        has_arrived
    }

    /// Returns the position of the page after the last one that was requested. Returns `None` if it cannot be predicted, or if its
    /// request may be needless.
    fn predict(&self, read_ahead: &ReadAhead<K::Position, F>) -> Option<K::Position> {
        let Self { description, cursor, .. } = self;
        let reaches_end = self.in_flight.is_last || read_ahead.reaches_end();
        if reaches_end || !cursor.can_send_after(read_ahead.len() + 1) || !self.call.has_request() {
            return None;
        }
        let continuation = &description.continuation;
        let last = read_ahead.last_position().or(cursor.next())?;
        let position = continuation.predict(last, cursor.expected_page_len())?;
        let total = read_ahead.total.or(self.total);
        let is_past_total = total.is_some_and(|total| continuation.is_past_total(Some(&position), total));
        (!is_past_total).then_some(position)
    }

    /// Reads the next page, which arrived before its turn.
    #[cold]
    pub(super) fn read_next_early(&mut self) {
        let Self { description, cursor, in_flight, read_ahead, .. } = self;
        let read_ahead = read_ahead.get_or_insert_default();
        let mut total = read_ahead.total.or(self.total);
        if let Some(output) = in_flight.output_mut() {
            in_flight.is_last = read_early(description, cursor, cursor.next(), output, &mut total);
        }
        read_ahead.total = total;
    }
}

/// Reads a page that arrived before its turn. Sets `total` to the size of the list, if the page has it. Returns whether no page
/// follows: the page ends the list, or it is an error.
fn read_early<R, O, K: Continuation<R, O>, L: PageItems<O>>(
    description: &Description<R, O, K, L>,
    cursor: &Cursor<K::Position>,
    position: Option<&K::Position>,
    output: &mut impl CallOutput<R, Output = O>,
    total: &mut Option<Total>,
) -> bool {
    let Some(page) = output.page_mut() else { return true };
    let Ok(facts) = description.read(page, position, *total) else { return true };
    *total = facts.total;
    cursor.would_end(&facts.next)
}
