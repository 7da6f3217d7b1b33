#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
#![allow(
    private_bounds,
    reason = "the traits are private because rustc would propose a public one to users who call a method of the same name"
)]
#![allow(clippy::unused_self, reason = "a choice among methods needs a receiver, see the module `choice`")]
// The modules. Each uses only those before it, except that `boxed` and `paginator` use each other. `ARCHITECTURE.md` follows a
// request through them.
//
// choice          methods that are chosen by a type, which generated code calls
// number          numbers in requests and in pages
// resume          resume tokens, and their format
// error           the reasons why a list stops
// list_options    the options of a list, which the methods of a paginator set
// config          page size, item limit, and starting token as one value
// state           the state of a list: positions and counts
// continuation    how a list continues: a trait, and a file for each paging style
// operation       a list, and the client's method that requests its pages
// inspect         operations that show each page to a closure
// keys, page      the items of a page, the keys that `full_result` joins, and the types of fields
// trace           spans and events of the feature `tracing`
// call            the output of the client's method, its request, and the request in flight
// read_ahead      the requests for pages after the next one
// description     where the values of each page and request are
// paged_list      a list without its calls: description + options + state
// driver          the operation of a client's method: list + calls
// stream          items, pages, and the full result, and the modes of lists
// boxed           operations in a box
// paginator       a list before its first request, which starts the streams
// blocking        the types of blocking methods
// macro_support   what generated code names, exported as `__private`
// attribute       the macros, with their documentation
// guide           the guide, which has no code

extern crate alloc;
#[cfg(any(test, feature = "std"))]
extern crate std;

// Paths in generated code and in messages of rustc contain `__private`, so that users see that the module is not for them.
// Comments call it by the name of its folder, `macro_support`. No other module of this crate uses it.
#[doc(hidden)]
#[path = "macro_support/mod.rs"]
pub mod __private;
mod attribute;
pub mod blocking;
mod boxed;
mod call;
mod choice;
mod config;
mod continuation;
mod description;
mod driver;
mod error;
#[cfg(any(doc, doctest))]
pub mod guide;
mod inspect;
mod keys;
mod list_options;
mod number;
mod operation;
mod page;
mod paged_list;
mod paginator;
mod read_ahead;
#[cfg(feature = "resume")]
mod resume;
mod state;
mod stream;
mod trace;

pub use attribute::{Page, paginate, paginated};
pub use boxed::{BoxItems, BoxOperation, BoxPages, BoxPaginator, LocalBoxOperation, LocalBoxPaginator};
pub use config::PaginationConfig;
pub use error::{Error, ErrorContext, PageSizeError};
pub use inspect::Inspect;
pub use keys::ResultKey;
#[doc(no_inline)]
pub use mode::{Async, Blocking, Unresumable};
pub use operation::{HasItems, HasPageSize, NoItems, Operation};
pub use paginator::Paginator;
#[cfg(feature = "resume")]
pub use resume::{ResumeToken, StartingTokenError};
pub use stream::{FullResult, FullResultError, Items, ItemsOf, Next, Pages, TryCollect, TryNext, mode};
