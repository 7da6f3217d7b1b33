//! Paginators of methods that are not async.
//!
//! The same core as for async ones, and the same words; the streams are iterators, and `full_result()` blocks.

use core::fmt;
use core::iter::FusedIterator;
use core::mem;
use core::ops::ControlFlow;
use core::task::{Context, Poll, Waker};

use crate::buffer::Buffer;
use crate::error::Error;
use crate::full_result::{Collect, FullResult, FullResultError};
use crate::operation::{HasItems, Operation, PageResult, poll_taken};
use crate::resume::{self, ResumeToken};

/// Says that a paginator's method is not async.
#[derive(Debug)]
pub enum Blocking {}

/// An operation to be paged, of a method that is not async. All of [`paginated::Paginator`](crate::Paginator)'s methods
/// mean the same here.
pub type Paginator<O> = crate::Paginator<O, Blocking>;

impl<O: Operation> Paginator<O> {
    /// An iterator over the items: over what the pages hold under the primary result key.
    pub fn items(self) -> Items<O>
    where
        O: HasItems,
    {
        Items { buffer: Buffer::new(self.configured()) }
    }

    /// An iterator over the pages, whole but for the first and last, which a starting token and `max_items` may cut.
    pub fn pages(self) -> Pages<O> {
        Pages { operation: self.configured() }
    }

    /// An iterator over what `list` takes out of each page: see [`items_of`](crate::Paginator::items_of).
    pub fn items_of<F, L>(self, list: F) -> ItemsOf<O, F, L>
    where
        F: FnMut(O::Output) -> L,
        L: IntoIterator,
    {
        ItemsOf { items: None, pages: self.pages(), list }
    }

    /// Everything in one output: see [`full_result`](crate::Paginator::full_result).
    ///
    /// # Errors
    ///
    /// The error of the page that failed, with what was collected so far and where to go on.
    ///
    /// # Panics
    ///
    /// If the listing is cut or a page fails, and the token's own `Serialize` fails then.
    pub fn full_result(self) -> Result<FullResult<O::Output>, FullResultError<O::Output, O::Error>> {
        let mut collect = Collect::new(self.configured());
        loop {
            let page = page(&mut collect.operation);
            if let ControlFlow::Break(collected) = collect.add(page) {
                return collected;
            }
        }
    }
}

/// What a poll gives, of a call that blocks until it is there.
fn blocked<T>(poll: Poll<T>) -> T {
    match poll {
        Poll::Ready(ready) => ready,
        Poll::Pending => unreachable!("a call that blocks is never pending"),
    }
}

fn page<O: Operation>(operation: &mut O) -> Option<PageResult<O>> {
    blocked(poll_taken(operation, &mut Context::from_waker(Waker::noop())))
}

/// An iterator over the items of a listing. What is said of [`paginated::Items`](crate::Items) holds here.
#[must_use = "an iterator sends nothing until it is advanced"]
pub struct Items<O: Operation> {
    buffer: Buffer<O>,
}

impl<O: Operation> Items<O> {
    /// Where to go on: see [`Items::resume_token`](crate::Items::resume_token).
    ///
    /// # Panics
    ///
    /// If the token's own `Serialize` fails.
    #[must_use = "it says where to go on, and changes nothing"]
    pub fn resume_token(&self) -> Option<ResumeToken> {
        const { assert!(O::RESUMABLE, "{}", resume::NOT_RESUMABLE) }
        self.buffer.resume_token()
    }

    /// After an [`Error::Operation`], asks for the page that failed again. Does nothing otherwise.
    pub fn retry(&mut self) {
        self.buffer.operation.retry();
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

impl<O: Operation> Iterator for Items<O> {
    type Item = Result<O::Item, Error<O::Error>>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        blocked(self.buffer.poll_next(&mut Context::from_waker(Waker::noop())))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.buffer.size_hint()
    }

    /// Page by page, which is as fast as a loop by hand.
    fn fold<B, F: FnMut(B, Self::Item) -> B>(mut self, init: B, mut f: F) -> B {
        let mut folded = init;
        loop {
            let items = mem::take(&mut self.buffer.items);
            folded = items.fold(folded, |folded, item| f(folded, Ok(item)));
            match self.next() {
                Some(item) => folded = f(folded, item),
                None => return folded,
            }
        }
    }
}

impl<O: Operation> FusedIterator for Items<O> {}

impl<O: Operation> fmt::Debug for Items<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.buffer.debug(f, "Items")
    }
}

/// An iterator over the pages of a listing. What is said of [`paginated::Pages`](crate::Pages) holds here.
#[must_use = "an iterator sends nothing until it is advanced"]
pub struct Pages<O> {
    operation: O,
}

impl<O: Operation> Pages<O> {
    /// Where to go on: see [`Pages::resume_token`](crate::Pages::resume_token).
    ///
    /// # Panics
    ///
    /// If the token's own `Serialize` fails.
    #[must_use = "it says where to go on, and changes nothing"]
    pub fn resume_token(&self) -> Option<ResumeToken> {
        const { assert!(O::RESUMABLE, "{}", resume::NOT_RESUMABLE) }
        self.operation.resume_token(0)
    }

    /// After an [`Error::Operation`], asks for the page that failed again. Does nothing otherwise.
    pub fn retry(&mut self) {
        self.operation.retry();
    }

    /// How many pages were read so far.
    pub fn pages_fetched(&self) -> u64 {
        self.operation.progress().pages
    }
}

impl<O: Operation> Iterator for Pages<O> {
    type Item = PageResult<O>;

    fn next(&mut self) -> Option<Self::Item> {
        page(&mut self.operation)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.operation.progress().over.then_some(0))
    }
}

impl<O: Operation> FusedIterator for Pages<O> {}

impl<O: Operation> fmt::Debug for Pages<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.operation.name())
            .field("pages_fetched", &self.operation.progress().pages)
            .finish_non_exhaustive()
    }
}

/// An iterator over what a closure takes out of each page: see [`items_of`](crate::Paginator::items_of).
#[must_use = "an iterator sends nothing until it is advanced"]
pub struct ItemsOf<O, F, L: IntoIterator> {
    items: Option<L::IntoIter>,
    pages: Pages<O>,
    list: F,
}

impl<O: Operation, F, L: IntoIterator> ItemsOf<O, F, L> {
    /// Where to go on, after the page in hand: see [`Pages::resume_token`].
    ///
    /// # Panics
    ///
    /// If the token's own `Serialize` fails.
    #[must_use = "it says where to go on, and changes nothing"]
    pub fn resume_token(&self) -> Option<ResumeToken> {
        self.pages.resume_token()
    }

    /// After an [`Error::Operation`], asks for the page that failed again. Does nothing otherwise.
    pub fn retry(&mut self) {
        self.pages.retry();
    }
}

impl<O, F, L> Iterator for ItemsOf<O, F, L>
where
    O: Operation,
    F: FnMut(O::Output) -> L,
    L: IntoIterator,
{
    type Item = Result<L::Item, Error<O::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.items.as_mut().and_then(Iterator::next) {
                return Some(Ok(item));
            }
            // The memory of the page before is free before the next page comes.
            self.items = None;
            match self.pages.next()? {
                Ok(page) => self.items = Some((self.list)(page).into_iter()),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<O: Operation, F, L: IntoIterator> fmt::Debug for ItemsOf<O, F, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemsOf").field("pages", &self.pages).finish_non_exhaustive()
    }
}
