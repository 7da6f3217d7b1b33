//! [`Operation`]: a list, and the client's method that requests its pages.

use alloc::boxed::Box;
use alloc::vec;
use core::task::{Context, Poll};

use crate::error::Error;
use crate::list_options::ListOptions;
#[cfg(feature = "resume")]
use crate::resume::ResumeToken;
use crate::state::Unyielded;

/// A list, and the client's method that requests its pages.
///
/// An *operation* is a method that requests one page. A value of a type that implements `Operation` also has the state of the list.
///
/// Paginators and streams are generic over it. The paginators that [`#[paginated]`](macro@crate::paginated) generates contain
/// a type that implements it. It cannot be implemented elsewhere, because its methods have types without public names. Use it as a
/// bound to store a [`Paginator`](crate::Paginator) or a stream in a struct, or to take one as an argument. The module
/// [`mode`](crate::mode) has the bounds for async and blocking lists. The types `StoredPage` and `StoredItem` are the same as
/// `Output` and `Item`.
///
/// ```
/// use paginated::{Items, Operation};
///
/// async fn count(mut items: Items<impl Operation<Item = u32>>) -> usize {
///     let mut count = 0;
///     while let Some(Ok(_)) = items.next().await {
///         count += 1;
///     }
///     count
/// }
/// ```
// The names of the hidden methods are unusual: if a user calls a missing method on a type, rustc proposes each public trait that
// has a method of that name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation",
    label = "expected an operation",
    note = "for items, write `Items<impl Operation<Item = {Self}>>`; for pages, `Pages<impl Operation<Output = {Self}>>`",
    note = "for the field of a struct, call `.boxed()` on the paginator, and write `BoxItems<'static, Output, Item, Error>`"
)]
pub trait Operation:
    StoredTypes<StoredPage = <Self as Operation>::Output, StoredItem = <Self as Operation>::Item>
{
    /// The response, which is one page: the `Ok` type of the method.
    type Output;

    /// The item, which `items()` yields: usually an element of the list that `result_key` names. Without `result_key`, it is
    /// [`NoItems`].
    type Item;

    /// The error of a request: the `Err` type of the method.
    type Error;

    /// Returns the name of the method.
    #[doc(hidden)]
    fn operation_name(&self) -> &'static str;

    /// Returns whether the operation has a `result_key`.
    #[doc(hidden)]
    fn has_item_list(&self) -> bool;

    /// Returns the options, for `Debug`.
    #[doc(hidden)]
    fn list_options(&self) -> &ListOptions;

    /// Returns the options, which can be set before `start_list` is called.
    #[doc(hidden)]
    fn list_options_mut(&mut self) -> &mut ListOptions;

    /// Sets the starting token.
    #[doc(hidden)]
    #[cfg(feature = "resume")]
    fn set_starting_token(&mut self, token: ResumeToken);

    /// Starts the list with its options. It is called once, before the first poll.
    #[doc(hidden)]
    fn start_list(&mut self);

    /// Sends the next request, unless it is in flight, and polls for its page. The page is shown to `inspect` as the service
    /// returned it. Streams pass `None`, and `Inspect` passes its closure to the operation inside. Returns `None` after the end,
    /// and after an error was returned.
    #[doc(hidden)]
    fn poll_page(
        &mut self,
        cx: &mut Context<'_>,
        inspect: Option<&mut dyn FnMut(&Self::Output)>,
    ) -> Poll<Option<PageResult<Self>>>;

    /// If pages are prefetched, sends the requests for pages after the current one, and polls those in flight. Returns whether any
    /// request is pending.
    #[doc(hidden)]
    fn poll_prefetch(&mut self, cx: &mut Context<'_>) -> bool;

    /// Takes the items out of a page.
    #[doc(hidden)]
    fn take_page_items(&self, page: Self::Output) -> vec::IntoIter<Self::Item>;

    /// Joins two pages into `next`. `so_far` holds the pages before.
    ///
    /// # Errors
    ///
    /// [`Error::DuplicateKey`] or [`Error::MissingData`], with both pages unchanged.
    #[doc(hidden)]
    fn join_pages(&self, so_far: &mut Self::Output, next: &mut Self::Output) -> Result<(), Error<Self::Error>>;

    /// Allows the request that failed to be sent again.
    #[doc(hidden)]
    fn retry_page(&mut self);

    /// Returns where to resume; `None` if nothing is left.
    #[doc(hidden)]
    fn list_resume_token(&self, unyielded: Unyielded) -> OptionalResumeToken;

    /// Returns the progress of the list.
    #[doc(hidden)]
    fn list_progress(&self) -> Progress;
}

/// The types of values that streams store: the [`Output`](Operation::Output) and the [`Item`](Operation::Item) of an [`Operation`].
///
/// To find out whether a future is `Send`, such as one that `tokio::spawn` takes, rustc needs the types of the fields of each
/// stream that is held across an `.await`. In this check, each lifetime in the stream's type is a separate unknown. The closure
/// `C` and the future `F` of a `Driver<C, F, …>` both borrow the client, but rustc does not know that their lifetimes are the same.
/// The bound `C: FnMut(…) -> F` of the implementation of [`Operation`] then cannot be proved, and the future is
/// rejected. Therefore, no implementation of `StoredTypes` has a bound that relates two type parameters.
#[diagnostic::on_unimplemented(message = "`{Self}` is not an operation", label = "expected an operation")]
pub trait StoredTypes {
    /// The page.
    type StoredPage;

    /// The item.
    type StoredItem;
}

/// A page, or an error.
pub(crate) type PageResult<O> = Result<<O as Operation>::Output, Error<<O as Operation>::Error>>;

/// An item, or an error.
pub(crate) type ItemResult<O> = Result<<O as Operation>::Item, Error<<O as Operation>::Error>>;

/// The resume token; `None` if nothing is left.
#[cfg(feature = "resume")]
pub(crate) type OptionalResumeToken = Option<ResumeToken>;

/// Without the feature `resume`, no list has a resume token.
#[cfg(not(feature = "resume"))]
pub(crate) type OptionalResumeToken = ();

/// The progress of a list.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// The number of pages received.
    pub pages: u64,
    /// The number of items of the current page that remain after trimming. Like `max_items`, it counts the characters of a string.
    pub kept: usize,
    /// The number of items and errors that can follow the current page at most, if it is known. It is 0 only if neither a page nor
    /// an error follows.
    pub items_and_errors_left: Option<usize>,
    /// The size of the whole list, as last reported: the number of items, or of pages.
    pub total: Option<u64>,
    /// The number of items in the whole list, as last reported. It is `None` in a projection, because a total counts elements.
    pub total_items: Option<u64>,
    /// True if `max_items` may end the list inside a page. It may not if the order of the items differs between requests.
    pub is_splittable: bool,
}

impl Progress {
    /// Returns whether neither a page nor an error follows the current page.
    pub(crate) fn is_done(&self) -> bool {
        self.items_and_errors_left == Some(0)
    }
}

/// The item type of an operation without a `result_key`. No value of it exists.
#[derive(Debug)]
pub enum NoItems {}

/// An [`Operation`] with a `result_key`, which [`items`](crate::Paginator::items) needs.
#[diagnostic::on_unimplemented(
    message = "this paginator has no items",
    label = "items need a `result_key` that names a list",
    note = "name the list in the attribute or in `paginate!`: `result_key = \"Items\"`, or use `pages()`",
    note = "if the list is named and the name is wrong, the error at the attribute says so",
    note = "if a function returns the paginator as `impl Operation`, write `impl Operation + HasItems`"
)]
pub trait HasItems: StoredTypes {}

/// An [`Operation`] with a `limit_key`, which [`page_size`](crate::Paginator::page_size) needs.
#[diagnostic::on_unimplemented(
    message = "this paginator has no `limit_key`, so there is no field for a page size",
    label = "`page_size` needs a `limit_key`",
    note = "name the request's page size in the attribute or in `paginate!`: `limit_key = \"Limit\"`",
    note = "if a function returns the paginator as `impl Operation`, write `impl Operation + HasPageSize`"
)]
pub trait HasPageSize: StoredTypes {}

/// An operation that may borrow from a value of type `T`, such as `&Self`. Every type implements the trait.
///
/// Without this bound, rustc advises users whose stream outlives its client to change the lifetimes that the generated
/// `impl Operation` captures. It does not do so for a lifetime that a bound mentions.
pub trait Borrows<T: ?Sized> {}

#[diagnostic::do_not_recommend]
impl<O: ?Sized, T: ?Sized> Borrows<T> for O {}

/// Implements [`Operation`] by another operation, except for its types and `poll_page`.
macro_rules! forward_operation {
    ($self:ident => $operation:expr) => {
        fn operation_name(&$self) -> &'static str {
            $operation.operation_name()
        }
        fn has_item_list(&$self) -> bool {
            $operation.has_item_list()
        }
        fn list_options(&$self) -> &ListOptions {
            $operation.list_options()
        }
        fn list_options_mut(&mut $self) -> &mut ListOptions {
            $operation.list_options_mut()
        }
        #[cfg(feature = "resume")]
        fn set_starting_token(&mut $self, token: $crate::ResumeToken) {
            $operation.set_starting_token(token);
        }
        fn start_list(&mut $self) {
            $operation.start_list();
        }
        fn poll_prefetch(&mut $self, cx: &mut Context<'_>) -> bool {
            $operation.poll_prefetch(cx)
        }
        fn take_page_items(&$self, page: Self::Output) -> vec::IntoIter<Self::Item> {
            $operation.take_page_items(page)
        }
        fn join_pages(&$self, so_far: &mut Self::Output, next: &mut Self::Output) -> Result<(), Error<Self::Error>> {
            $operation.join_pages(so_far, next)
        }
        fn retry_page(&mut $self) {
            $operation.retry_page();
        }
        fn list_resume_token(&$self, unyielded: Unyielded) -> OptionalResumeToken {
            $operation.list_resume_token(unyielded)
        }
        fn list_progress(&$self) -> Progress {
            $operation.list_progress()
        }
    };
}

pub(crate) use forward_operation;

#[diagnostic::do_not_recommend]
impl<T: StoredTypes + ?Sized> StoredTypes for Box<T> {
    type StoredPage = T::StoredPage;
    type StoredItem = T::StoredItem;
}

#[diagnostic::do_not_recommend]
impl<T: Operation + ?Sized> Operation for Box<T> {
    type Output = T::Output;
    type Item = T::Item;
    type Error = T::Error;

    fn poll_page(
        &mut self,
        cx: &mut Context<'_>,
        inspect: Option<&mut dyn FnMut(&T::Output)>,
    ) -> Poll<Option<PageResult<Self>>> {
        (**self).poll_page(cx, inspect)
    }

    forward_operation!(self => (**self));
}
