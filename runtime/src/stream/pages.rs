//! [`Pages`]: the pages of a list.

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::{FusedStream, Stream};

use super::futures::{Next, TryCollect, TryNext};
use super::mode::{Async, AsyncMode, BlockingMode, poll_blocking};
use crate::operation::{Operation, PageResult};
#[cfg(feature = "resume")]
use {super::mode::Resumable, crate::resume::ResumeToken, crate::state::Unyielded};

/// The pages of a list: see [`Paginator::pages`](crate::Paginator::pages).
///
/// It is a [`Stream`], or an [`Iterator`] if the method is blocking. It also yields empty pages. After an error, the end, a
/// cancellation, or a panic, it behaves like [`Items`](crate::Items).
#[must_use = "a list sends no request until it is polled: `while let Some(page) = pages.next().await`"]
pub struct Pages<O: Operation, M = Async> {
    /// The page that was received and not yielded. It is `Some` only while the prefetched requests are polled, and after one of
    /// them panicked.
    unyielded: Option<O::StoredPage>,
    /// The number of items in the pages yielded so far.
    items_given: u64,
    pub(super) operation: O,
    mode: PhantomData<fn() -> M>,
}

// A stream pins nothing: a future in flight is in a box of its own.
impl<O: Operation, M> Unpin for Pages<O, M> {}

impl<O: Operation, M> Pages<O, M> {
    pub(crate) fn new(operation: O) -> Self {
        Self { unyielded: None, items_given: 0, operation, mode: PhantomData }
    }

    pub(super) fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Option<PageResult<O>>> {
        if self.unyielded.is_none() {
            match ready!(self.operation.poll_page(cx, None)) {
                Some(Ok(page)) => self.unyielded = Some(page),
                end => return Poll::Ready(end),
            }
        }
        self.operation.poll_prefetch(cx);
        self.items_given = self.items_given.saturating_add(self.operation.list_progress().kept as u64);
        Poll::Ready(self.unyielded.take().map(Ok))
    }

    /// Returns the position after the pages yielded so far. It can be called at any time. Returns `None` only if nothing is left.
    /// Before the first poll, the position is the start of the list.
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
        let unyielded = if self.unyielded.is_some() { Unyielded::WholePage } else { Unyielded::Items(0) };
        self.operation.list_resume_token(unyielded)
    }

    /// After an [`Error::Operation`](crate::Error::Operation), [`Error::MissingData`](crate::Error::MissingData), or
    /// [`Error::WrongPosition`](crate::Error::WrongPosition), requests the page again at the next poll. Does nothing otherwise.
    ///
    /// If the only token is a [`carried_token`](macro@crate::paginated#tokens), a page can be lost: a request that failed may have
    /// advanced the state of the service.
    pub fn retry(&mut self) {
        self.operation.retry_page();
    }

    /// Returns the size of the whole list, as the service last reported it: the number of items (`total_items`), or of pages
    /// (`total_pages`). Returns `None` if no page has reported one yet.
    ///
    /// The total of many services is an estimate.
    pub fn total(&self) -> Option<u64> {
        self.operation.list_progress().total
    }

    /// Returns the number of pages received.
    pub fn pages_fetched(&self) -> u64 {
        self.operation.list_progress().pages
    }

    /// Returns the number of items in the pages yielded so far. [`max_items`](crate::Paginator::max_items) counts the same items:
    /// those of the first result key that were not removed. In a string, each character counts as an item. Without a `result_key`,
    /// it is 0.
    pub fn items_given(&self) -> u64 {
        self.items_given
    }

    pub(super) fn is_done(&self) -> bool {
        self.unyielded.is_none() && self.operation.list_progress().is_done()
    }

    fn remaining(&self) -> (usize, Option<usize>) {
        (usize::from(self.unyielded.is_some()), self.is_done().then_some(0))
    }

    /// Returns the next page, with the error outside: `while let Some(page) = pages.try_next().await?`.
    ///
    /// # Errors
    ///
    /// The reason why the list stopped: see [`Error`](crate::Error).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no page and repeats no request.
    pub fn try_next(&mut self) -> TryNext<'_, Self>
    where
        // This bound is not that of an `impl`, so that rustc says why a blocking list does not have the method.
        M: AsyncMode,
    {
        TryNext { stream: self }
    }
}

impl<O: Operation, M: AsyncMode> Pages<O, M> {
    /// Returns the next page; `None` after the end or after an error.
    ///
    /// # Errors
    ///
    /// The reason why the list stopped: see [`Error`](crate::Error).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no page and repeats no request.
    #[allow(clippy::should_implement_trait, reason = "streams use this name")]
    pub fn next(&mut self) -> Next<'_, Self> {
        Next { stream: self }
    }

    /// Collects all pages.
    ///
    /// # Errors
    ///
    /// The first error. The stream and the pages collected before are dropped: to keep them, collect with [`next`](Self::next).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future drops the stream and the pages collected so far.
    pub fn try_collect<C: Default + Extend<O::Output>>(self) -> TryCollect<Self, C> {
        TryCollect::new(self, |_, _| {})
    }

    /// Returns the lower and the upper bound of the number of pages and errors left, as
    /// [`Stream::size_hint`](futures_core::Stream::size_hint) does.
    pub fn size_hint(&self) -> (usize, Option<usize>) {
        self.remaining()
    }
}

impl<O: Operation, M: AsyncMode> Stream for Pages<O, M> {
    type Item = PageResult<O>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_page(cx)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.remaining()
    }
}

impl<O: Operation, M: AsyncMode> FusedStream for Pages<O, M> {
    fn is_terminated(&self) -> bool {
        self.is_done()
    }
}

impl<O: Operation, M: BlockingMode> Iterator for Pages<O, M> {
    type Item = PageResult<O>;

    fn next(&mut self) -> Option<Self::Item> {
        poll_blocking(|cx| self.poll_page(cx))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.remaining()
    }
}

impl<O: Operation, M: BlockingMode> FusedIterator for Pages<O, M> {}

impl<O: Operation, M> fmt::Debug for Pages<O, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.operation.operation_name())
            .field("pages_fetched", &self.pages_fetched())
            .finish_non_exhaustive()
    }
}
