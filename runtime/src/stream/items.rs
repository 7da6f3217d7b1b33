//! [`Items`]: the items of a list.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::{FusedStream, Stream};

use super::futures::{Next, TryCollect, TryNext};
use super::mode::{Async, AsyncMode, BlockingMode, poll_blocking};
use crate::error::Error;
use crate::operation::{ItemResult, Operation, Progress};
#[cfg(feature = "resume")]
use {super::mode::Resumable, crate::resume::ResumeToken, crate::state::Unyielded};

/// The items of a list: see [`Paginator::items`](crate::Paginator::items).
///
/// It is a [`Stream`], or an [`Iterator`] if the method is blocking. A poll returns the next item of the current page. If
/// no item is left, the poll requests the next page, and is pending until the response arrives. An empty page is skipped. To
/// stop early, drop the stream, which cancels the request in flight.
///
/// In a struct, write `Items<O>` with a parameter `O: Operation`, or [`BoxItems`](crate::BoxItems) for a
/// [boxed](crate::Paginator::boxed) paginator. The stream is `Send` [if the future of the method, its arguments, its `Result`,
/// and the tokens are](crate::guide::clients#send).
///
/// # After an error and after the end
///
/// After an error, and after the end, the stream returns `None` and sends no request. No item is lost:
/// [`resume_token`](Self::resume_token) returns the position after the items yielded so far. If a request failed,
/// [`retry`](Self::retry) sends it again.
///
/// # Cancel safety
///
/// [`next`](Self::next) is cancel safe, also under a timeout or in a `select!`. The request in flight belongs to the stream,
/// and continues when the stream is polled again.
///
/// # Panics
///
/// A poll panics if the client's method, or a closure, a list type, or a token of your own panics. No item is lost: the resume
/// token is the position after the items yielded so far. A later poll calls the method again, or panics too.
#[must_use = "a list sends no request until it is polled: `while let Some(item) = items.next().await`"]
pub struct Items<O: Operation, M = Async> {
    /// The items of the current page that were not yielded. It is empty while they are in `unyielded_while_prefetching`.
    /// `StoredItem` is the same type as `Item`: see [`StoredTypes`](crate::operation::StoredTypes).
    unyielded: vec::IntoIter<O::StoredItem>,
    /// The items of the current page that were not yielded, while a prefetched request is in flight. `unyielded` is then empty, so
    /// that each poll for an item calls `poll_for_items`, which also polls the request. The memory of the `Box` is kept from page
    /// to page.
    unyielded_while_prefetching: Option<Box<vec::IntoIter<O::StoredItem>>>,
    /// True while the items are taken out of a page, and after this panicked.
    is_taking: bool,
    /// The number of items that the current page had when they were taken out of it.
    taken: usize,
    /// The number of items of all pages received so far, yielded or not, without those that were trimmed.
    received: u64,
    operation: O,
    mode: PhantomData<fn() -> M>,
}

// A stream pins nothing: a future in flight is in a box of its own.
impl<O: Operation, M> Unpin for Items<O, M> {}

impl<O: Operation, M> Items<O, M> {
    pub(crate) fn new(operation: O) -> Self {
        let unyielded = Vec::new().into_iter();
        Self {
            unyielded,
            unyielded_while_prefetching: None,
            is_taking: false,
            taken: 0,
            received: 0,
            operation,
            mode: PhantomData,
        }
    }

    #[inline]
    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<ItemResult<O>>> {
        if let Some(item) = self.unyielded.next() {
            return Poll::Ready(Some(Ok(item)));
        }
        ready!(self.poll_for_items(cx))?;
        Poll::Ready(self.unyielded.next().or_else(|| self.unyielded_while_prefetching.as_mut()?.next()).map(Ok))
    }

    /// If all items of the current page were yielded, polls for the next page that has any. Then polls the prefetched requests, and
    /// moves the items to `unyielded_while_prefetching` if any of these requests is pending.
    #[cold]
    #[inline(never)]
    fn poll_for_items(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error<O::Error>>> {
        assert!(!self.is_taking, "items are missing because taking them out of their page panicked");
        loop {
            if let Some(unyielded) = &mut self.unyielded_while_prefetching {
                self.unyielded = mem::take(unyielded);
            }
            if self.unyielded.len() == 0 {
                // The memory of the current page is freed before the next page arrives.
                self.unyielded = Vec::new().into_iter();
                let page = match ready!(self.operation.poll_page(cx, None)) {
                    Some(page) => page?,
                    None => return Poll::Ready(Ok(())),
                };
                self.is_taking = true;
                self.unyielded = self.operation.take_page_items(page);
                self.is_taking = false;
                self.taken = self.unyielded.len();
                self.received += self.taken as u64;
            }
            let is_prefetching = self.operation.poll_prefetch(cx);
            // An empty page is skipped.
            if self.unyielded.len() > 0 {
                if is_prefetching {
                    mem::swap(&mut self.unyielded, self.unyielded_while_prefetching.get_or_insert_default());
                }
                return Poll::Ready(Ok(()));
            }
        }
    }

    /// Returns the number of items of the current page that were not yielded.
    fn unyielded_count(&self) -> usize {
        self.unyielded.len() + self.unyielded_while_prefetching.as_ref().map_or(0, ExactSizeIterator::len)
    }

    /// Returns a token that resumes the list after the items yielded so far. It can be called at any time. Returns `None` only if
    /// nothing is left. Before the first poll, the list resumes at its start.
    ///
    /// A page whose result key is a map, a hash set, or a string (which is one item) is resumed at its beginning until all its
    /// items were yielded.
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
        let Progress { kept, is_splittable, .. } = self.operation.list_progress();
        let unyielded = match self.unyielded_count() {
            _ if self.is_taking => Unyielded::WholePage,
            0 => Unyielded::Items(0),
            unyielded if is_splittable && self.taken == kept => Unyielded::Items(unyielded),
            // A map is not splittable. If the result key is a string, `taken` counts it as one item, and `kept` counts its
            // characters. Such a page is resumed at its beginning until all of it is yielded.
            _ => Unyielded::WholePage,
        };
        self.operation.list_resume_token(unyielded)
    }

    /// After an [`Error::Operation`], [`Error::MissingData`], or [`Error::WrongPosition`], requests the page again at the next
    /// poll. Does nothing otherwise. To retry with a delay, wait before the next poll. To retry with smaller pages, which works
    /// with tokens and offsets, start another list at the resume token.
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

    /// Returns the number of items yielded.
    pub fn items_given(&self) -> u64 {
        self.received - self.unyielded_count() as u64
    }

    fn is_done(&self) -> bool {
        self.unyielded_count() == 0 && !self.is_taking && self.operation.list_progress().is_done()
    }

    fn remaining(&self) -> (usize, Option<usize>) {
        let Progress { items_and_errors_left, is_splittable, total_items, .. } = self.operation.list_progress();
        // A map may have more entries than `max_items` allows.
        let following = items_and_errors_left.filter(|left| *left == 0 || is_splittable);
        // An error may follow the last item.
        let following_by_total = total_items
            .filter(|_| is_splittable)
            .and_then(|total| usize::try_from(total.saturating_sub(self.received)).ok()?.checked_add(1));
        let following = match (following, following_by_total) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let unyielded = self.unyielded_count();
        (unyielded, following.and_then(|following| unyielded.checked_add(following)))
    }

    /// Returns the next item, with the error outside: `while let Some(item) = items.try_next().await?`.
    ///
    /// # Errors
    ///
    /// The reason why the list stopped: see [`Error`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no item and repeats no request.
    #[inline]
    pub fn try_next(&mut self) -> TryNext<'_, Self>
    where
        // This bound is not that of an `impl`, so that rustc says why a blocking list does not have the method.
        M: AsyncMode,
    {
        TryNext { stream: self }
    }
}

impl<O: Operation, M: AsyncMode> Items<O, M> {
    /// Returns the next item; `None` after the end or after an error.
    ///
    /// # Errors
    ///
    /// The reason why the list stopped: see [`Error`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no item and repeats no request.
    #[allow(clippy::should_implement_trait, reason = "streams use this name")]
    #[inline]
    pub fn next(&mut self) -> Next<'_, Self> {
        Next { stream: self }
    }

    /// Collects all items.
    ///
    /// # Errors
    ///
    /// The first error. The stream and the items that were collected are dropped. `TryStreamExt::try_collect` of the crate
    /// `futures` keeps the stream if it is called on `&mut stream`, but also drops the collected items. To keep both, collect
    /// with [`next`](Self::next):
    ///
    /// ```
    /// # use paginated::{Error, Page, paginated};
    /// # #[derive(Clone, Default)]
    /// # struct Input { token: Option<String> }
    /// # #[derive(Page)]
    /// # struct Output { names: Vec<&'static str>, token: Option<String> }
    /// # struct Client { is_available: std::cell::Cell<bool> }
    /// # impl Client {
    /// # #[paginated(input_token = "token", result_key = "names")]
    /// # async fn list(&self, input: Input) -> Result<Output, std::io::Error> {
    /// #     if input.token.is_none() {
    /// #         return Ok(Output { names: vec!["a", "b"], token: Some("t".into()) });
    /// #     }
    /// #     match self.is_available.replace(true) {
    /// #         false => Err(std::io::ErrorKind::TimedOut.into()),
    /// #         true => Ok(Output { names: vec!["c"], token: None }),
    /// #     }
    /// # }
    /// # }
    /// # async fn wait() {}
    /// # futures::executor::block_on(async {
    /// # let client = Client { is_available: false.into() };
    /// let mut items = client.list_paginator(Input::default()).items();
    /// let mut names = Vec::new();
    /// while let Some(name) = items.next().await {
    ///     match name {
    ///         Ok(name) => names.push(name),
    ///         // Alternatively, store `names` and `items.resume_token()`.
    ///         Err(Error::Operation(_)) => {
    ///             wait().await;
    ///             items.retry();
    ///         }
    ///         Err(error) => return Err(error),
    ///     }
    /// }
    /// assert_eq!(names, ["a", "b", "c"]);
    /// # Ok(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Cancel safety
    ///
    /// Dropping the future drops the stream and the items collected so far.
    pub fn try_collect<C: Default + Extend<O::Item>>(self) -> TryCollect<Self, C> {
        TryCollect::new(self, |items, collection| collection.extend(mem::take(&mut items.unyielded)))
    }

    /// Returns the lower and the upper bound of the number of items and errors left, as
    /// [`Stream::size_hint`](futures_core::Stream::size_hint) does. If the service reports a total that is too low, so is the upper
    /// bound.
    pub fn size_hint(&self) -> (usize, Option<usize>) {
        self.remaining()
    }
}

impl<O: Operation, M: AsyncMode> Stream for Items<O, M> {
    type Item = ItemResult<O>;

    #[inline]
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(cx)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.remaining()
    }
}

impl<O: Operation, M: AsyncMode> FusedStream for Items<O, M> {
    fn is_terminated(&self) -> bool {
        self.is_done()
    }
}

impl<O: Operation, M: BlockingMode> Iterator for Items<O, M> {
    type Item = ItemResult<O>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        // A blocking list prefetches nothing, so its items need no poll.
        match self.unyielded.next() {
            Some(item) => Some(Ok(item)),
            None => poll_blocking(|cx| self.poll_item(cx)),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.remaining()
    }

    /// Folds page by page, without a poll for each item.
    fn fold<B, F: FnMut(B, Self::Item) -> B>(mut self, init: B, mut f: F) -> B {
        let mut folded = init;
        loop {
            let items = mem::take(&mut self.unyielded);
            folded = items.fold(folded, |folded, item| f(folded, Ok(item)));
            match self.next() {
                Some(item) => folded = f(folded, item),
                None => return folded,
            }
        }
    }
}

impl<O: Operation, M: BlockingMode> FusedIterator for Items<O, M> {}

impl<O: Operation, M> fmt::Debug for Items<O, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("operation", &self.operation.operation_name())
            .field("pages_fetched", &self.pages_fetched())
            .field("items_given", &self.items_given())
            .finish_non_exhaustive()
    }
}
