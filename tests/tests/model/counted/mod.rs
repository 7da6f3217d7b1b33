//! Lists by page numbers, offsets, and links.
//!
//! The reference does not count what was received. It compares the range of each page with the length of the list, which it
//! knows, and finds out whether the list could know it too.

mod case;
mod reference;
mod service;
mod streams;

pub use case::case;
