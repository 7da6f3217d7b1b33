//! The same listing by many means, and what counts their cost.

pub mod listings;
pub mod service;
