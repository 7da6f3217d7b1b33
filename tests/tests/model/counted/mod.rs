//! Lists by page numbers, offsets, and links.
//!
//! The reference does not count what was received. It compares the range of each page with the length of the list, which it
//! knows, and finds out whether the list could know it too. Pages that are requested ahead do not matter to it: the stream must
//! yield the same with and without them. The service records the requests, and [`requests`] checks that each one was allowed
//! when it was sent.

mod case;
mod reference;
mod requests;
mod service;
mod streams;

pub use case::case;
