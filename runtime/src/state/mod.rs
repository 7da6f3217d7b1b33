//! The state of a list: which page comes next, when the list stops, and where it resumes.
//!
//! Plain data: positions and counts, without closures, futures, or access to requests and pages.

mod cursor;
#[cfg(test)]
mod tests;

pub(crate) use cursor::{Cursor, EndOn, NextAction, NextPage, PageLen, StopReason, Trim, Unyielded};
