//! Recipes for `paginated` with popular client crates.
//!
//! Each module has the annotated code for one client, and the things to watch for. Its tests run the code against a fake
//! service on the loopback interface, or a database in memory.

#![allow(missing_docs, reason = "the types are those of the services")]

pub mod aws_sdk;
pub mod elasticsearch;
pub mod google_cloud;
pub mod graphql_client;
pub mod kube;
pub mod octocrab;
pub mod progenitor;
pub mod reqwest;
pub mod rmcp;
pub mod sqlx;
pub mod stripe;
pub mod tonic;

#[cfg(test)]
mod service;
