//! Documentation by topic, in addition to the API reference.
//!
//! - [`apis`]: the attributes for more than 50 public APIs and formats, by the style of their pages.
//! - [`clients`]: the supported kinds of clients, methods, requests, and responses.
//! - [`mistakes`]: the most frequent mistakes, by the first line of the error.
//! - [`recipes`]: the annotated code for 12 popular client crates, such as `kube`, `reqwest`, and `tonic`.
//! - [`guarantees`]: the guarantees, and the tests for each of them.
//! - [`botocore`]: the differences from botocore.

pub mod apis;
pub mod botocore;
pub mod clients;
pub mod guarantees;
pub mod mistakes;
pub mod recipes;
