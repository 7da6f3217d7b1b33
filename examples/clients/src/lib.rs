//! Recipes for `paginated` with popular client crates.
//!
//! Each module has the annotated code for one client, and the things to watch for. Its tests run the code against a fake
//! service on the loopback interface, or a database in memory.

#![allow(missing_docs, reason = "the types are those of the services")]

pub mod aws_sdk;
pub mod dynamodb;
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    /// The guide links to each recipe by its file name.
    #[test]
    fn the_guide_lists_every_recipe() {
        let source = |path: &str| fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let guide = source("../../runtime/src/guide/recipes.rs");
        let linked: BTreeSet<&str> =
            guide.lines().filter_map(|line| line.split_once("/examples/clients/src/")?.1.strip_suffix(".rs")).collect();
        let lib = source("src/lib.rs");
        let recipes = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
        assert_eq!(linked, recipes);
    }
}
