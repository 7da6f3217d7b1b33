//! Guide-level documentation that goes beyond the API reference.

pub mod botocore;
pub mod clients;
pub mod guarantees;
