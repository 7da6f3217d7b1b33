#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(any(test, feature = "std"))]
extern crate std;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
pub mod blocking;
mod boxed;
mod buffer;
mod call;
mod config;
mod course;
mod define;
mod demands;
mod drive;
mod error;
mod full_result;
pub mod guide;
mod items;
mod items_of;
mod lend;
mod next;
mod operation;
mod page;
mod pages;
mod paginator;
mod paging;
mod resume;
mod settings;
mod trace;

pub use boxed::{BoxOperation, LocalBoxOperation};
pub use config::PaginationConfig;
pub use error::{Error, Halted, PageSizeError};
pub use full_result::{FullResult, FullResultError};
pub use items::Items;
pub use items_of::ItemsOf;
pub use next::{Next, TryCollect, TryNext};
pub use operation::{
    HasItems, HasPageSize, NoItems, Operation, WithItems, WithLimitKey, WithoutItems, WithoutLimitKey,
};
pub use pages::Pages;
pub use paginated_macros::{Page, paginated};
pub use paginator::Paginator;
pub use paging::result_key::ResultKey;
pub use resume::{ResumeToken, StartingTokenError};
