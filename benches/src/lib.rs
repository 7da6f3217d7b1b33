//! The same listing by many means, and what counts their cost.

pub mod callgrind;
pub mod cases;
#[cfg(feature = "full")]
pub mod chart;
#[cfg(feature = "full")]
pub mod generated;
pub mod listings;
pub mod readme;
pub mod service;
