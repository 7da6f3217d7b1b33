//! More than the reference says: pages to read.

pub mod botocore;
pub mod clients;
pub mod promises;
