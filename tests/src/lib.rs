//! What the integration tests have in common.

pub mod script;
