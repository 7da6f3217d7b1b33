//! The same listing implemented in many ways, and tools that measure its cost.

pub mod callgrind;
pub mod cases;
#[cfg(feature = "full")]
pub mod chart;
pub mod generated;
pub mod listings;
pub mod readme;
pub mod service;
