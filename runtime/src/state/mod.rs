//! The state of a list: which page comes next, when the list stops, and where it resumes.
//!
//! The state is plain data. It consists of positions and counts, and contains no closures, futures, requests, or pages.

mod list_state;
#[cfg(test)]
mod tests;

pub use list_state::EndOn;
pub(crate) use list_state::{ExpectedElements, ListState, NextFacts, StopReason, Trim, Unyielded};
