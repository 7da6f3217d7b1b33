//! [`ItemsOf`]: the items that a closure takes out of each page.

use core::fmt;
use core::iter::{FusedIterator, Peekable};
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::{FusedStream, Stream};

use super::futures::{Next, TryCollect, TryNext};
use super::mode::{Async, AsyncMode, BlockingMode, poll_blocking};
use super::pages::Pages;
use crate::error::Error;
use crate::operation::Operation;
#[cfg(feature = "resume")]
use {super::mode::Resumable, crate::resume::ResumeToken, crate::state::Unyielded};

/// The items that a closure takes out of each page: see [`Paginator::items_of`](crate::Paginator::items_of).
///
/// It is a [`Stream`], or an [`Iterator`] if the method is blocking. After an error, the end, a cancellation, or a panic, it
/// behaves like [`Items`](crate::Items). After a panic of the closure, or of the iterator that it returned, the next poll panics
/// too.
#[must_use = "a list sends no request until it is polled: `while let Some(item) = items.next().await`"]
pub struct ItemsOf<O: Operation, F, L: IntoIterator, M = Async> {
    /// The items of the current page.
    items: Option<Peekable<L::IntoIter>>,
    pages: Pages<O, M>,
    /// Takes the items out of a page.
    take_items: F,
    /// True while `take_items` or the iterator that it returned is called, and after one of them panicked.
    is_taking: bool,
}

// A stream pins nothing: a future in flight is in a box of its own.
impl<O: Operation, F, L: IntoIterator, M> Unpin for ItemsOf<O, F, L, M> {}

type ItemOfResult<O, L> = Result<<L as IntoIterator>::Item, Error<<O as Operation>::Error>>;

impl<O: Operation, F: FnMut(O::Output) -> L, L: IntoIterator, M> ItemsOf<O, F, L, M> {
    pub(crate) fn new(pages: Pages<O, M>, take_items: F) -> Self {
        Self { items: None, pages, take_items, is_taking: false }
    }

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<ItemOfResult<O, L>>> {
        assert!(!self.is_taking, "an item is missing because the closure of `items_of`, or its iterator, panicked");
        loop {
            if let Some(items) = &mut self.items {
                self.is_taking = true;
                let has_items = items.peek().is_some();
                self.is_taking = false;
                if has_items {
                    // The item is taken after the poll, so that it is not lost if a prefetched request panics.
                    self.pages.operation.poll_prefetch(cx);
                    return Poll::Ready(items.next().map(Ok));
                }
            }
            // The memory of the last page is freed before the next page arrives.
            self.items = None;
            match ready!(self.pages.poll_page(cx)) {
                Some(Ok(page)) => {
                    self.is_taking = true;
                    self.items = Some((self.take_items)(page).into_iter().peekable());
                    self.is_taking = false;
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }

    /// Returns the position at which to resume. It can be called at any time. Returns `None` only if nothing is left.
    ///
    /// The items of the closure are not counted, so the token points at the current page until the iterator of the closure is
    /// known to be empty. With an inexact `size_hint`, such as that of `filter`, this is at the next poll. A list that resumes
    /// from the token may repeat items of that page, and loses none. The same holds if the closure panicked, or the iterator that
    /// it returned.
    ///
    /// # Panics
    ///
    /// If the token cannot be serialized.
    #[cfg(feature = "resume")]
    #[must_use = "it returns where to resume, and changes nothing"]
    pub fn resume_token(&self) -> Option<ResumeToken>
    where
        M: Resumable,
    {
        let has_items = self.items.as_ref().is_some_and(|items| items.size_hint() != (0, Some(0)));
        if has_items || self.is_taking {
            return self.pages.operation.list_resume_token(Unyielded::WholePage);
        }
        self.pages.resume_token()
    }

    /// After an [`Error::Operation`](crate::Error::Operation), [`Error::MissingData`](crate::Error::MissingData), or
    /// [`Error::WrongPosition`](crate::Error::WrongPosition), requests the page again at the next poll. Does nothing otherwise.
    ///
    /// If the only token is a [`carried_token`](macro@crate::paginated#tokens), a page can be lost: a request that failed may have
    /// advanced the state of the service.
    pub fn retry(&mut self) {
        self.pages.retry();
    }

    /// Returns the size of the whole list, as the service last reported it: the number of items (`total_items`), or of pages
    /// (`total_pages`). Returns `None` if no page has reported one yet.
    ///
    /// The total of many services is an estimate.
    pub fn total(&self) -> Option<u64> {
        self.pages.total()
    }

    /// Returns the number of pages received.
    pub fn pages_fetched(&self) -> u64 {
        self.pages.pages_fetched()
    }

    fn remaining(&self) -> (usize, Option<usize>) {
        let (lower, upper) = self.items.as_ref().map_or((0, Some(0)), Iterator::size_hint);
        (lower, upper.filter(|_| self.pages.is_done() && !self.is_taking))
    }

    /// Returns the next item, with the error outside: `while let Some(item) = items.try_next().await?`.
    ///
    /// # Errors
    ///
    /// The reason why the list stopped: see [`Error`](crate::Error).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no item and repeats no request.
    pub fn try_next(&mut self) -> TryNext<'_, Self>
    where
        // This bound is not that of an `impl`, so that rustc says why a blocking list does not have the method.
        M: AsyncMode,
    {
        TryNext { stream: self }
    }
}

impl<O: Operation, F: FnMut(O::Output) -> L, L: IntoIterator, M: AsyncMode> ItemsOf<O, F, L, M> {
    /// Returns the next item; `None` after the end or after an error.
    ///
    /// # Errors
    ///
    /// The reason why the list stopped: see [`Error`](crate::Error).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no item and repeats no request.
    #[allow(clippy::should_implement_trait, reason = "streams use this name")]
    pub fn next(&mut self) -> Next<'_, Self> {
        Next { stream: self }
    }

    /// Collects all items.
    ///
    /// # Errors
    ///
    /// The first error. The stream and the items collected before are dropped: to keep them, collect with [`next`](Self::next).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future drops the stream and the items collected so far.
    pub fn try_collect<C: Default + Extend<L::Item>>(self) -> TryCollect<Self, C> {
        TryCollect::new(self, |_, _| {})
    }
}

impl<O: Operation, F: FnMut(O::Output) -> L, L: IntoIterator, M: AsyncMode> Stream for ItemsOf<O, F, L, M> {
    type Item = ItemOfResult<O, L>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(cx)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.remaining()
    }
}

impl<O: Operation, F: FnMut(O::Output) -> L, L: IntoIterator, M: AsyncMode> FusedStream for ItemsOf<O, F, L, M> {
    fn is_terminated(&self) -> bool {
        self.remaining() == (0, Some(0))
    }
}

impl<O: Operation, F: FnMut(O::Output) -> L, L: IntoIterator, M: BlockingMode> Iterator for ItemsOf<O, F, L, M> {
    type Item = ItemOfResult<O, L>;

    fn next(&mut self) -> Option<Self::Item> {
        poll_blocking(|cx| self.poll_item(cx))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.remaining()
    }
}

impl<O: Operation, F: FnMut(O::Output) -> L, L: IntoIterator, M: BlockingMode> FusedIterator for ItemsOf<O, F, L, M> {}

impl<O: Operation, F, L: IntoIterator, M> fmt::Debug for ItemsOf<O, F, L, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemsOf").field("pages", &self.pages).finish_non_exhaustive()
    }
}
