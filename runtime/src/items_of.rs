//! [`ItemsOf`]: a stream of what a closure takes out of each page.

use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::{FusedStream, Stream};

use crate::error::Error;
use crate::next::{InHand, Next, TryCollect, TryNext};
use crate::operation::Operation;
use crate::pages::Pages;
use crate::resume::ResumeToken;

/// A stream of what a closure takes out of each page: see [`Paginator::items_of`](crate::Paginator::items_of).
///
/// What holds for [`Items`](crate::Items) after an error, after the end and on cancellation holds here; it resumes at pages.
#[must_use = "a stream sends nothing until it is polled: `while let Some(item) = items.next().await`"]
pub struct ItemsOf<O, F, L: IntoIterator> {
    items: Option<L::IntoIter>,
    pages: Pages<O>,
    list: F,
}

// Nothing of a stream is ever pinned: the future under way lives in a box of its own.
impl<O, F, L: IntoIterator> Unpin for ItemsOf<O, F, L> {}

impl<O, F, L> ItemsOf<O, F, L>
where
    O: Operation,
    F: FnMut(O::Output) -> L,
    L: IntoIterator,
{
    pub(crate) fn new(pages: Pages<O>, list: F) -> Self {
        Self { items: None, pages, list }
    }

    /// The next item; `None` after the end or after an error.
    ///
    /// # Errors
    ///
    /// Why the listing stopped: see [`Error`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no item and repeats no request.
    #[allow(clippy::should_implement_trait, reason = "it is the name that streams use")]
    pub fn next(&mut self) -> Next<'_, Self> {
        Next::new(self)
    }

    /// The next item, with the error outside: `while let Some(item) = items.try_next().await?`.
    ///
    /// # Errors
    ///
    /// Why the listing stopped: see [`Error`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no item and repeats no request.
    pub fn try_next(&mut self) -> TryNext<'_, Self> {
        TryNext::new(self)
    }

    /// All items in one collection.
    ///
    /// # Errors
    ///
    /// The first error; what was collected is dropped.
    pub fn try_collect<C: Default + Extend<L::Item>>(self) -> TryCollect<Self, C> {
        TryCollect::new(self)
    }

    /// Where to go on, after the page in hand: see [`Pages::resume_token`].
    ///
    /// # Panics
    ///
    /// If the token's own `Serialize` fails.
    #[must_use = "it says where to go on, and changes nothing"]
    pub fn resume_token(&self) -> Option<ResumeToken> {
        self.pages.resume_token()
    }

    /// After an [`Error::Operation`], asks for the page that failed again at the next poll. Does nothing otherwise.
    pub fn retry(&mut self) {
        self.pages.retry();
    }
}

impl<O, F, L> Stream for ItemsOf<O, F, L>
where
    O: Operation,
    F: FnMut(O::Output) -> L,
    L: IntoIterator,
{
    type Item = Result<L::Item, Error<O::Error>>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(item) = this.items.as_mut().and_then(Iterator::next) {
                this.pages.operation.poll_ahead(cx);
                return Poll::Ready(Some(Ok(item)));
            }
            // The memory of the page before is free before the next page comes.
            this.items = None;
            match ready!(Pin::new(&mut this.pages).poll_next(cx)) {
                Some(Ok(page)) => this.items = Some((this.list)(page).into_iter()),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (lower, upper) = self.items.as_ref().map_or((0, Some(0)), Iterator::size_hint);
        (lower, upper.filter(|_| self.pages.is_terminated()))
    }
}

impl<O, F, L> InHand<L::Item> for ItemsOf<O, F, L>
where
    O: Operation,
    F: FnMut(O::Output) -> L,
    L: IntoIterator,
{
}

impl<O, F, L> FusedStream for ItemsOf<O, F, L>
where
    O: Operation,
    F: FnMut(O::Output) -> L,
    L: IntoIterator,
{
    fn is_terminated(&self) -> bool {
        self.size_hint() == (0, Some(0))
    }
}

impl<O: Operation, F, L: IntoIterator> fmt::Debug for ItemsOf<O, F, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemsOf").field("pages", &self.pages).finish_non_exhaustive()
    }
}
