//! [`Items`]: a stream of items.

use alloc::vec;
use core::fmt;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll};

use futures_core::{FusedStream, Stream};

use crate::buffer::Buffer;
use crate::error::Error;
use crate::next::{InHand, Next, TryCollect, TryNext};
use crate::operation::Operation;
use crate::resume::{self, ResumeToken};

/// A stream of the items of a listing: see [`Paginator::items`](crate::Paginator::items).
///
/// A poll gives the next item of the page in hand; when there is none, it asks for the next page, and is pending until
/// that is there. An empty page is passed over.
///
/// # After an error and after the end
///
/// An error ends the stream: from then on it gives `None` and sends nothing. No item is lost:
/// [`resume_token`](Self::resume_token) points at the page that failed, and [`retry`](Self::retry) asks for it again. After
/// the end it gives `None` for ever and sends nothing.
///
/// # Cancel safety
///
/// [`next`](Self::next) is cancel safe, also under a timeout or in a `select!`: the request under way belongs to the
/// stream, and goes on when the stream is polled again.
#[must_use = "a stream sends nothing until it is polled: `while let Some(item) = items.next().await`"]
pub struct Items<O: Operation> {
    buffer: Buffer<O>,
}

// Nothing of a stream is ever pinned: the future under way lives in a box of its own.
impl<O: Operation> Unpin for Items<O> {}

impl<O: Operation> Items<O> {
    pub(crate) fn new(operation: O) -> Self {
        Self { buffer: Buffer::new(operation) }
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
    #[inline]
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
    #[inline]
    pub fn try_next(&mut self) -> TryNext<'_, Self> {
        TryNext::new(self)
    }

    /// All items in one collection.
    ///
    /// # Errors
    ///
    /// The first error; what was collected is dropped. Where it must not be, use
    /// [`full_result`](crate::Paginator::full_result) or collect with [`next`](Self::next).
    pub fn try_collect<C: Default + Extend<O::Item>>(self) -> TryCollect<Self, C> {
        TryCollect::new(self)
    }

    /// Where to go on, after the items given so far, at any time. `None` only when nothing is left; before the first poll,
    /// where the listing begins.
    ///
    /// A listing whose tokens are not serde needs `token_with` for it; without, this does not compile. (A boxed paginator
    /// cannot know, and gives `None`.)
    ///
    /// A page whose result key is a map is resumed at its beginning until all its entries were given.
    ///
    /// # Panics
    ///
    /// If the token's own `Serialize` fails.
    #[must_use = "it says where to go on, and changes nothing"]
    pub fn resume_token(&self) -> Option<ResumeToken> {
        const { assert!(O::RESUMABLE, "{}", resume::NOT_RESUMABLE) }
        self.buffer.resume_token()
    }

    /// After an [`Error::Operation`], asks for the page that failed again at the next poll. Does nothing otherwise.
    pub fn retry(&mut self) {
        self.buffer.operation.retry();
    }

    /// How many items and errors are left, at least and at most, as far as that is known: as
    /// [`Stream::size_hint`](futures_core::Stream::size_hint), without the trait.
    pub fn size_hint(&self) -> (usize, Option<usize>) {
        Stream::size_hint(self)
    }

    /// How many pages were read so far.
    pub fn pages_fetched(&self) -> u64 {
        self.buffer.operation.progress().pages
    }

    /// How many items were given so far.
    pub fn items_given(&self) -> u64 {
        self.buffer.given()
    }
}

impl<O: Operation> Stream for Items<O> {
    type Item = Result<O::Item, Error<O::Error>>;

    #[inline]
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().buffer.poll_next(cx)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.buffer.size_hint()
    }
}

impl<O: Operation> InHand<O::Item> for Items<O> {
    fn in_hand(&mut self) -> vec::IntoIter<O::Item> {
        mem::take(&mut self.buffer.items)
    }
}

impl<O: Operation> FusedStream for Items<O> {
    fn is_terminated(&self) -> bool {
        self.buffer.is_over()
    }
}

impl<O: Operation> fmt::Debug for Items<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.buffer.debug(f, "Items")
    }
}
