//! Operations in a box, whose types can be named.

use alloc::boxed::Box;

use crate::operation::{HasItems, HasPageSize, Operation};
use crate::paginator::Paginator;
use crate::stream::{Async, Items, Pages};

/// An [`Operation`] in a box: see [`Paginator::boxed`](crate::Paginator::boxed).
pub type BoxOperation<'a, Output, Item, Error> =
    Box<dyn Operation<Output = Output, Item = Item, Error = Error, StoredPage = Output, StoredItem = Item> + Send + 'a>;

/// An [`Operation`] in a box that is not `Send`: see [`Paginator::boxed_local`](crate::Paginator::boxed_local).
pub type LocalBoxOperation<'a, Output, Item, Error> =
    Box<dyn Operation<Output = Output, Item = Item, Error = Error, StoredPage = Output, StoredItem = Item> + 'a>;

/// A [`Paginator`] in a box: the return type of [`Paginator::boxed`].
///
/// ```
/// # use paginated::{BoxItems, BoxPaginator, Page, paginated};
/// # use std::io;
/// # #[derive(Clone, Default)]
/// # pub struct Input { token: Option<String> }
/// # #[derive(Page)]
/// # pub struct Output { names: Vec<String>, token: Option<String> }
/// trait Client {
///     #[paginated(input_token = "token", result_key = "names", boxed)]
///     fn list(&self, input: Input) -> io::Result<Output>;
/// }
///
/// struct Export<'a> {
///     names: BoxItems<'a, Output, String, io::Error, paginated::Blocking>,
/// }
///
/// fn export(client: &(dyn Client + Sync)) -> Export<'_> {
///     Export { names: client.list_paginator(Input::default()).items() }
/// }
/// # struct Names;
/// # impl Client for Names {
/// #     fn list(&self, _: Input) -> io::Result<Output> { Ok(Output { names: vec!["a".into()], token: None }) }
/// # }
/// # assert_eq!(export(&Names).names.count(), 1);
/// ```
pub type BoxPaginator<'a, Output, Item, Error, M = Async> = Paginator<BoxOperation<'a, Output, Item, Error>, M>;

/// A [`Paginator`] in a box that is not `Send`: the return type of [`Paginator::boxed_local`].
pub type LocalBoxPaginator<'a, Output, Item, Error, M = Async> =
    Paginator<LocalBoxOperation<'a, Output, Item, Error>, M>;

/// The items of a [`BoxPaginator`].
pub type BoxItems<'a, Output, Item, Error, M = Async> = Items<BoxOperation<'a, Output, Item, Error>, M>;

/// The pages of a [`BoxPaginator`].
pub type BoxPages<'a, Output, Item, Error, M = Async> = Pages<BoxOperation<'a, Output, Item, Error>, M>;

/// The type of a box does not say whether its operation has a `result_key`. Without one, `items()` panics.
#[diagnostic::do_not_recommend]
impl<T: Operation + ?Sized> HasItems for Box<T> {}

/// The type of a box does not say whether its operation has a `limit_key`. Without one, a page size is an error at the first
/// poll.
#[diagnostic::do_not_recommend]
impl<T: Operation + ?Sized> HasPageSize for Box<T> {}
