//! What a paginator pages: the trait that the streams work on.

use alloc::vec;
use core::task::{Context, Poll, ready};

use crate::error::Error;
use crate::resume::ResumeToken;
use crate::settings::Settings;

/// An operation that answers in pages: what `#[paginated]` makes of a method.
///
/// It is not implemented by hand. It is there to be named: to keep a [`Paginator`](crate::Paginator) or a stream of it in
/// a struct, or to take one as an argument.
///
/// ```
/// use paginated::{Items, Operation};
///
/// async fn count<O: Operation<Item = u32>>(mut items: Items<O>) -> usize {
///     let mut count = 0;
///     while let Some(Ok(_)) = items.next().await {
///         count += 1;
///     }
///     count
/// }
/// ```
pub trait Operation: Listing {
    /// Whether its tokens can be part of a [`ResumeToken`].
    const RESUMABLE: bool;
}

/// The object-safe part of an [`Operation`].
#[doc(hidden)]
pub trait Listing {
    /// The page.
    type Output;
    /// The item; [`NoItems`] where there is no `result_key`.
    type Item;
    /// The error of a request.
    type Error;
    /// Which keys there are: [`WithItems`] or [`WithoutItems`], and [`WithLimitKey`] or [`WithoutLimitKey`].
    type Keys;

    /// The operation's name.
    fn name(&self) -> &'static str;
    /// What the user asked for.
    fn settings(&self) -> &Settings;
    /// The same, to be set.
    fn settings_mut(&mut self) -> &mut Settings;
    /// All is set: from now on it may be polled.
    fn begin(&mut self);
    /// Sends the next request, if none is under way, and polls it until its page is there to be taken. `take` says that the
    /// page is given to nobody, so that the tokens may be moved out of it.
    fn poll_page(&mut self, cx: &mut Context<'_>, take: bool) -> Poll<Option<Result<(), Error<Self::Error>>>>;
    /// Where pages are read ahead, sends the request behind the page in hand, if it was not sent, and polls it. Says whether
    /// it is under way.
    fn poll_ahead(&mut self, cx: &mut Context<'_>) -> bool;
    /// The page that is there.
    fn take_page(&mut self) -> Option<Self::Output>;
    /// Its items.
    fn take_items(&mut self) -> vec::IntoIter<Self::Item>;
    /// Makes `next` hold what both pages hold together.
    fn join(&self, so_far: &mut Self::Output, next: &mut Self::Output);
    /// Asks again for the page that failed.
    fn retry(&mut self);
    /// Where to go on when `left` of the page's items were not given yet.
    fn resume_token(&self, left: usize) -> Option<ResumeToken>;
    /// How far the listing came.
    fn progress(&self) -> Progress;
}

/// Polls for a page, and takes it.
#[inline]
pub(crate) fn poll_taken<L: Listing>(listing: &mut L, cx: &mut Context<'_>) -> Poll<Option<PageResult<L>>> {
    Poll::Ready(match ready!(listing.poll_page(cx, false)) {
        Some(Ok(())) => listing.take_page().map(Ok),
        Some(Err(error)) => Some(Err(error)),
        None => None,
    })
}

/// A page, or why there is none.
pub(crate) type PageResult<L> = Result<<L as Listing>::Output, Error<<L as Listing>::Error>>;

/// How far a listing came.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// How many pages were read.
    pub pages: u64,
    /// How many items the page in hand has, in the units of `max_items`.
    pub given: usize,
    /// Whether nothing more comes behind it.
    pub over: bool,
    /// How many more items and errors can come behind it, where that is known.
    pub remaining: Option<usize>,
    /// Whether a page may be resumed in its middle.
    pub divisible: bool,
}

/// The item of an operation without a `result_key`.
#[derive(Debug)]
pub enum NoItems {}

/// There is a `result_key`, and what it holds has items.
#[derive(Debug)]
pub enum WithItems {}

/// There is no `result_key`, or it holds a number, which has no items.
#[derive(Debug)]
pub enum WithoutItems {}

/// There is a `limit_key`.
#[derive(Debug)]
pub enum WithLimitKey {}

/// There is no `limit_key`.
#[derive(Debug)]
pub enum WithoutLimitKey {}

/// An [`Operation`] with a `result_key`, which [`items`](crate::Paginator::items) needs.
#[diagnostic::on_unimplemented(
    message = "this paginator has no items",
    label = "items need a `result_key` that names a list",
    note = "name what the pages hold in the attribute: `#[paginated(…, result_key = \"Items\")]`, or use `pages()`",
    note = "where it is named, and wrong, the error at the attribute says so"
)]
pub trait HasItems: Operation {}

#[diagnostic::do_not_recommend]
impl<O: Operation<Keys = (WithItems, L)>, L> HasItems for O {}

/// An [`Operation`] with a `limit_key`, which [`page_size`](crate::Paginator::page_size) needs.
#[diagnostic::on_unimplemented(
    message = "this paginator has no `limit_key`, so there is nowhere to put a page size",
    label = "`page_size` needs a `limit_key`",
    note = "name the request's page size in the attribute: `#[paginated(…, limit_key = \"Limit\")]`"
)]
pub trait HasPageSize: Operation {}

#[diagnostic::do_not_recommend]
impl<O: Operation<Keys = (R, WithLimitKey)>, R> HasPageSize for O {}
