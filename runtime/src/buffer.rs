//! The items of the page in hand: what the async stream and the blocking iterator of items have in common.

use alloc::vec;
use alloc::vec::Vec;
use core::fmt;
use core::mem;
use core::task::{Context, Poll, ready};

use crate::error::Error;
use crate::operation::{Listing, Operation, Progress};
use crate::resume::ResumeToken;

/// An item, or why there is none.
pub(crate) type ItemResult<L> = Result<<L as Listing>::Item, Error<<L as Listing>::Error>>;

/// An operation, and the items of its page in hand that were not given yet.
pub(crate) struct Buffer<O: Operation> {
    pub(crate) items: vec::IntoIter<O::Item>,
    /// Items in place of `items` while the next page is under way: each poll then polls it too.
    held: vec::IntoIter<O::Item>,
    /// How many items the pages brought so far.
    brought: u64,
    /// How many items the page in hand brought.
    page: usize,
    pub(crate) operation: O,
}

impl<O: Operation> Buffer<O> {
    pub(crate) fn new(operation: O) -> Self {
        Self { items: Vec::new().into_iter(), held: Vec::new().into_iter(), brought: 0, page: 0, operation }
    }

    /// The next item, or why there is none.
    #[inline]
    pub(crate) fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<ItemResult<O>>> {
        match self.items.next() {
            Some(item) => Poll::Ready(Some(Ok(item))),
            None => self.poll_behind(cx),
        }
    }

    /// The next item, where it is not ready in `items`.
    #[cold]
    #[inline(never)]
    fn poll_behind(&mut self, cx: &mut Context<'_>) -> Poll<Option<ItemResult<O>>> {
        loop {
            if self.held.len() > 0 {
                self.exchange();
            } else {
                // The memory of the page before is free before the next page comes.
                self.items = Vec::new().into_iter();
                match ready!(self.operation.poll_page(cx, true)) {
                    Some(Ok(())) => self.hold(),
                    Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                    None => return Poll::Ready(None),
                }
            }
            let under_way = self.operation.poll_ahead(cx);
            let item = self.items.next();
            if under_way {
                self.exchange();
            }
            if let Some(item) = item {
                return Poll::Ready(Some(Ok(item)));
            }
        }
    }

    #[inline]
    fn hold(&mut self) {
        // What was there is empty: there is nothing to drop.
        mem::forget(mem::replace(&mut self.items, self.operation.take_items()));
        self.page = self.items.len();
        self.brought += self.page as u64;
    }

    /// Puts the items out of the way while a page is read ahead, or back.
    #[cold]
    #[inline(never)]
    fn exchange(&mut self) {
        mem::swap(&mut self.items, &mut self.held);
    }

    /// How many items of the page in hand were not given yet.
    fn left(&self) -> usize {
        self.items.len() + self.held.len()
    }

    pub(crate) fn resume_token(&self) -> Option<ResumeToken> {
        let Progress { given, divisible, .. } = self.operation.progress();
        let left = match self.left() {
            0 => 0,
            left if divisible && self.page == given => left,
            // A text, or a map: none of it counts as given before all of it is.
            _ => given,
        };
        self.operation.resume_token(left)
    }

    pub(crate) fn given(&self) -> u64 {
        self.brought - self.left() as u64
    }

    pub(crate) fn is_over(&self) -> bool {
        self.left() == 0 && self.operation.progress().over
    }

    pub(crate) fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.left();
        let Progress { remaining, over, divisible, .. } = self.operation.progress();
        // A map may hold more entries than `max_items` left room for.
        let behind = remaining.filter(|_| over || divisible);
        (left, behind.and_then(|behind| left.checked_add(behind)))
    }

    pub(crate) fn debug(&self, f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
        f.debug_struct(name)
            .field("operation", &self.operation.name())
            .field("pages_fetched", &self.operation.progress().pages)
            .field("items_given", &self.given())
            .finish_non_exhaustive()
    }
}
