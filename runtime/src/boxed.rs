//! Operations in a box, whose types can be named.

use alloc::boxed::Box;

use crate::operation::{HasItems, HasPageSize, Operation};

/// An [`Operation`] in a box: see [`Paginator::boxed`](crate::Paginator::boxed).
pub type BoxOperation<'a, Output, Item, Error> =
    Box<dyn Operation<Output = Output, Item = Item, Error = Error> + Send + 'a>;

/// An [`Operation`] in a box that is not `Send`: see [`Paginator::boxed_local`](crate::Paginator::boxed_local).
pub type LocalBoxOperation<'a, Output, Item, Error> =
    Box<dyn Operation<Output = Output, Item = Item, Error = Error> + 'a>;

/// The type of a box does not say whether its operation has a `result_key`. Without one, `items()` panics.
#[diagnostic::do_not_recommend]
impl<T: Operation + ?Sized> HasItems for Box<T> {}

/// The type of a box does not say whether its operation has a `limit_key`. Without one, a page size is an error at the first
/// poll.
#[diagnostic::do_not_recommend]
impl<T: Operation + ?Sized> HasPageSize for Box<T> {}
