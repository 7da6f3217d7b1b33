//! Paging itself: what to send next, what a page means, when to stop, where to resume.
//!
//! Plain data and functions. Nothing here knows of futures, of HTTP, or of the macros.

pub(crate) mod at;
pub(crate) mod cursor;
pub(crate) mod emptiness;
pub(crate) mod limit;
pub(crate) mod result_key;
pub(crate) mod results;
pub(crate) mod setter;
pub(crate) mod token;
pub(crate) mod tokens;
