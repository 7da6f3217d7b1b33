//! Paginators of methods that are not async.
//!
//! The types are those of async methods with the mode [`Blocking`]. A list without a resume token has the mode
//! `Unresumable<Blocking>` instead. The streams are iterators, and `full_result()` blocks. The methods `prefetch`,
//! `concurrency_limit`, `try_next`, and `try_collect` exist only for async methods.
//!
//! After an error, `collect::<Result<Vec<_>, _>>()` drops the iterator and the items that were collected. With
//! [`by_ref`](Iterator::by_ref), it keeps the iterator, but also drops the collected items. To keep both, collect in a loop:
//!
//! ```
//! # use paginated::{Error, Page, paginated};
//! # #[derive(Clone, Default)]
//! # struct Input { token: Option<String> }
//! # #[derive(Page)]
//! # struct Output { names: Vec<&'static str>, token: Option<String> }
//! # struct Client { is_available: std::cell::Cell<bool> }
//! # impl Client {
//! # #[paginated(input_token = "token", result_key = "names")]
//! # fn list(&self, input: Input) -> Result<Output, std::io::Error> {
//! #     if input.token.is_none() {
//! #         return Ok(Output { names: vec!["a", "b"], token: Some("t".into()) });
//! #     }
//! #     match self.is_available.replace(true) {
//! #         false => Err(std::io::ErrorKind::TimedOut.into()),
//! #         true => Ok(Output { names: vec!["c"], token: None }),
//! #     }
//! # }
//! # }
//! # let client = Client { is_available: false.into() };
//! let mut items = client.list_paginator(Input::default()).items();
//! let mut names = Vec::new();
//! while let Some(name) = items.next() {
//!     match name {
//!         Ok(name) => names.push(name),
//!         // Alternatively, store `names` and `items.resume_token()`.
//!         Err(Error::Operation(_)) => items.retry(),
//!         Err(error) => return Err(error),
//!     }
//! }
//! assert_eq!(names, ["a", "b", "c"]);
//! # Ok::<(), Error<std::io::Error>>(())
//! ```

pub use crate::stream::Blocking;

/// A list of a blocking method: see [`paginated::Paginator`](crate::Paginator).
pub type Paginator<O> = crate::Paginator<O, Blocking>;

/// An iterator over items: see [`paginated::Items`](crate::Items).
pub type Items<O> = crate::Items<O, Blocking>;

/// An iterator over pages: see [`paginated::Pages`](crate::Pages).
pub type Pages<O> = crate::Pages<O, Blocking>;

/// An iterator over the items of a closure: see [`paginated::ItemsOf`](crate::ItemsOf).
pub type ItemsOf<O, F, L> = crate::ItemsOf<O, F, L, Blocking>;
