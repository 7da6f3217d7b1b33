//! The functions of [`Driver`] that request pages ahead: the next page, whose position is known, and the pages after it, whose
//! positions are predicted.
//!
//! The [`ListState`](crate::state::ListState) stores nothing about these requests. It only returns whether another page can be
//! requested, and how many elements the next page is expected to have. A page that arrives before its turn is only read, to find
//! out whether it is the last one. It is received like any other page when the stream reaches it.

use core::future::Future;
use core::task::Context;

use super::Driver;
use crate::call::ResultType;
use crate::continuation::Continuation;
use crate::description::Description;
use crate::keys::ItemListKey;
use crate::paged_list::PagedList;
use crate::read_ahead::ReadAhead;

impl<R, O, C, F, K, V, I, const HAS_ITEMS: bool, const HAS_PAGE_SIZE: bool>
    Driver<C, F, K, ItemListKey<O, V, I, HAS_ITEMS>, HAS_PAGE_SIZE>
where
    C: FnMut(R) -> F,
    F: Future<Output: ResultType<R, Page = O>>,
    K: Continuation<Request = R, Page = O>,
{
    /// Sends the requests for pages after the current one, and polls those in flight. Returns whether any is pending.
    // It is cold, so that lists without `prefetch` are not slower.
    #[cold]
    #[inline]
    pub(super) fn prefetch_pages(&mut self, cx: &mut Context<'_>) -> bool {
        if self.in_flight.is_idle() && self.list.state.can_send() {
            self.send_next();
        }
        if self.in_flight.is_idle() {
            return false;
        }
        let pages = self.list.options.prefetch;
        let was_pending = self.in_flight.is_pending();
        let is_pending = self.trace.in_span(self.list.description.name, || self.in_flight.poll_and_keep(cx));
        // This page is one of the `pages` until the stream waits for it, so one page less is requested after it.
        if !K::IS_PREDICTABLE || pages == 1 {
            return is_pending;
        }
        if was_pending && !is_pending {
            self.check_prefetched();
        }
        self.poll_read_ahead(cx, pages - 1) || is_pending
    }

    /// Makes the first predicted request the one for the next page, if its position was predicted correctly.
    #[cold]
    pub(super) fn take_predicted(&mut self) {
        let PagedList { description: Description { continuation, .. }, state, .. } = &self.list;
        let next = state.next_position().filter(|_| state.can_send());
        let Some(read_ahead) = &mut self.read_ahead else { return };
        let in_flight = read_ahead.take_first(|position| next.is_some_and(|next| continuation.is_same(next, position)));
        match in_flight {
            Some(in_flight) => self.in_flight = in_flight,
            // `read_ahead.total` may come from a response that was dropped. The total of a received page replaces it, if a page has
            // one.
            None => read_ahead.total = self.list.total.or(read_ahead.total),
        }
    }

    /// Sends requests for pages after the next one, up to `pages` of them, and polls those in flight. Returns whether any is
    /// pending.
    #[cold]
    #[inline(never)]
    pub(super) fn poll_read_ahead(&mut self, cx: &Context<'_>, pages: usize) -> bool {
        let mut read_ahead = self.read_ahead.take().unwrap_or_default();
        loop {
            self.send_predicted(cx, pages, &mut read_ahead);
            let Self { list, trace, .. } = self;
            let mut total = read_ahead.total.or(list.total);
            let has_arrived = trace.in_span(list.description.name, || {
                read_ahead.poll(cx, |position, output| {
                    output.output_page().is_none_or(|page| list.ends_prefetch(page, Some(position), &mut total))
                })
            });
            read_ahead.total = total;
            // If a response arrived, `concurrency_limit` may allow another request.
            if !has_arrived {
                break;
            }
        }
        let is_pending = read_ahead.pending() > 0;
        self.read_ahead = Some(read_ahead);
        is_pending
    }

    /// Sends requests until `pages` pages are requested ahead, `concurrency_limit` is reached, no position can be predicted, or a
    /// request cannot hold its position.
    fn send_predicted(&mut self, cx: &Context<'_>, pages: usize, read_ahead: &mut ReadAhead<K::Position, F>) {
        let limit = self.list.options.concurrency_limit.unwrap_or(usize::MAX);
        while read_ahead.len() < pages && read_ahead.pending() + usize::from(self.in_flight.is_pending()) < limit {
            let Some(position) = self.predict(read_ahead) else { return };
            let Self { list: PagedList { description, .. }, request, call, trace, .. } = self;
            let write = |request: &mut R| description.write_position(request, Some(&position), false);
            let Some(future) = trace.in_span(description.name, || request.start_call(write, call)) else { return };
            read_ahead.push(position, future, cx);
        }
    }

    /// Returns the position of the page after the last one that was requested. Returns `None` if it cannot be predicted, if its
    /// request may be needless, or while a call borrows the request.
    fn predict(&self, read_ahead: &ReadAhead<K::Position, F>) -> Option<K::Position> {
        let Self { list, in_flight, request, .. } = self;
        if in_flight.ends_prefetch || read_ahead.reaches_end() || request.is_lent() {
            return None;
        }
        let last = read_ahead.last_position().or(list.state.next_position());
        list.predict(last, read_ahead.len() + 1, read_ahead.total.or(list.total))
    }

    /// Finds out whether requests after the next page, which arrived before its turn, are needless.
    #[cold]
    fn check_prefetched(&mut self) {
        let Self { list, in_flight, read_ahead, .. } = self;
        let read_ahead = read_ahead.get_or_insert_default();
        let mut total = read_ahead.total.or(list.total);
        if let Some(output) = in_flight.output.as_mut() {
            let next = list.state.next_position();
            in_flight.ends_prefetch =
                output.output_page().is_none_or(|page| list.ends_prefetch(page, next, &mut total));
        }
        read_ahead.total = total;
    }
}
