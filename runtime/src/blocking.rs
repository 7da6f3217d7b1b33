//! Paginators of methods that are not async.
//!
//! The types are those of async methods with the mode [`Blocking`]. Their methods have the same names: streams are iterators,
//! and `full_result()` blocks.

pub use crate::stream::Blocking;

/// A list of a blocking method: see [`paginated::Paginator`](crate::Paginator).
pub type Paginator<O> = crate::Paginator<O, Blocking>;

/// An iterator over items: see [`paginated::Items`](crate::Items).
pub type Items<O> = crate::Items<O, Blocking>;

/// An iterator over pages: see [`paginated::Pages`](crate::Pages).
pub type Pages<O> = crate::Pages<O, Blocking>;

/// An iterator over the items of a closure: see [`paginated::ItemsOf`](crate::ItemsOf).
pub type ItemsOf<O, F, L> = crate::ItemsOf<O, F, L, Blocking>;
