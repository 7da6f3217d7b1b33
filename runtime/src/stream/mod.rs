//! The results of a paginator: items, pages, items of a closure, or everything in one output.
//!
//! The same types serve async and blocking methods: the future of a blocking call is always ready.

mod full_result;
mod futures;
mod items;
mod items_of;
pub mod mode;
mod pages;

pub use self::full_result::{FullResult, FullResultError};
pub use self::futures::{Next, TryCollect, TryNext};
pub use self::items::Items;
pub use self::items_of::ItemsOf;
pub use self::mode::{Async, Blocking, Unresumable};
pub(crate) use self::mode::{AsyncMode, Resumable};
pub use self::pages::Pages;

pub(crate) use self::full_result::{FullResultCollector, FullResultOutcome};
pub(crate) use self::mode::poll_blocking;
