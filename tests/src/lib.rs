//! What the integration tests have in common.

pub mod botocore;
pub mod script;
pub mod service;
pub mod sessions;
