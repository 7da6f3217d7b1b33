//! Lists of public APIs: their response shapes, and services that refuse what the real ones refuse.
//!
//! [`checks::assert_lists!`] lists each API as a whole, prefetched, with a failure at each page, and cut and resumed after each
//! item.

mod algolia;
mod bitbucket;
mod checks;
mod discord;
mod ec2;
mod elasticsearch_pit;
mod elasticsearch_scroll;
mod github_graphql;
mod github_rest;
mod github_search;
mod jira;
mod kubernetes;
mod mcp;
mod microsoft_graph;
mod service;
mod spring;
mod stripe;
mod zendesk;
