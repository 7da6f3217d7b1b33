//! The state of a list: which page comes next, when the list stops, and where it resumes.
//!
//! The state is plain data. It consists of positions and counts, and contains no closures, futures, requests, or pages.

mod cursor;
#[cfg(test)]
mod tests;

pub(crate) use cursor::{Cursor, EndOn, ExpectedElements, NextFacts, StopReason, Trim, Unyielded};
