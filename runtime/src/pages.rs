//! [`Pages`]: a stream of pages.

use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::{FusedStream, Stream};

use crate::error::Error;
use crate::next::{InHand, Next, TryCollect, TryNext};
use crate::operation::{Operation, poll_taken};
use crate::resume::{self, ResumeToken};

/// A stream of the pages of a listing: see [`Paginator::pages`](crate::Paginator::pages).
///
/// What holds for [`Items`](crate::Items) after an error, after the end and on cancellation holds here.
#[must_use = "a stream sends nothing until it is polled: `while let Some(page) = pages.next().await`"]
pub struct Pages<O> {
    pub(crate) operation: O,
}

// Nothing of a stream is ever pinned: the future under way lives in a box of its own.
impl<O> Unpin for Pages<O> {}

impl<O: Operation> Pages<O> {
    pub(crate) fn new(operation: O) -> Self {
        Self { operation }
    }

    /// The next page; `None` after the end or after an error.
    ///
    /// # Errors
    ///
    /// Why the listing stopped: see [`Error`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no page and repeats no request.
    #[allow(clippy::should_implement_trait, reason = "it is the name that streams use")]
    pub fn next(&mut self) -> Next<'_, Self> {
        Next::new(self)
    }

    /// The next page, with the error outside: `while let Some(page) = pages.try_next().await?`.
    ///
    /// # Errors
    ///
    /// Why the listing stopped: see [`Error`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no page and repeats no request.
    pub fn try_next(&mut self) -> TryNext<'_, Self> {
        TryNext::new(self)
    }

    /// All pages in one collection.
    ///
    /// # Errors
    ///
    /// The first error; what was collected is dropped.
    pub fn try_collect<C: Default + Extend<O::Output>>(self) -> TryCollect<Self, C> {
        TryCollect::new(self)
    }

    /// Where to go on, after the pages given so far, at any time. `None` only when nothing is left; before the first poll,
    /// where the listing begins.
    ///
    /// A listing whose tokens are not serde needs `token_with` for it; without, this does not compile. (A boxed paginator
    /// cannot know, and gives `None`.)
    ///
    /// # Panics
    ///
    /// If the token's own `Serialize` fails.
    #[must_use = "it says where to go on, and changes nothing"]
    pub fn resume_token(&self) -> Option<ResumeToken> {
        const { assert!(O::RESUMABLE, "{}", resume::NOT_RESUMABLE) }
        self.operation.resume_token(0)
    }

    /// After an [`Error::Operation`], asks for the page that failed again at the next poll. Does nothing otherwise.
    pub fn retry(&mut self) {
        self.operation.retry();
    }

    /// How many pages and errors are left, at least and at most, as far as that is known: as
    /// [`Stream::size_hint`](futures_core::Stream::size_hint), without the trait.
    pub fn size_hint(&self) -> (usize, Option<usize>) {
        Stream::size_hint(self)
    }

    /// How many pages were read so far.
    pub fn pages_fetched(&self) -> u64 {
        self.operation.progress().pages
    }
}

impl<O: Operation> Stream for Pages<O> {
    type Item = Result<O::Output, Error<O::Error>>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        let page = ready!(poll_taken(&mut this.operation, cx));
        this.operation.poll_ahead(cx);
        Poll::Ready(page)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.operation.progress().over.then_some(0))
    }
}

impl<O: Operation> InHand<O::Output> for Pages<O> {}

impl<O: Operation> FusedStream for Pages<O> {
    fn is_terminated(&self) -> bool {
        self.operation.progress().over
    }
}

impl<O: Operation> fmt::Debug for Pages<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.operation.name())
            .field("pages_fetched", &self.operation.progress().pages)
            .finish_non_exhaustive()
    }
}
