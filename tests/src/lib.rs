//! Clients and helpers shared by the integration tests.

pub mod botocore;
pub mod fixture;
pub mod sessions;
