// The paginator is not used.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

#![deny(unused_must_use)]

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    client.describe_sessions_paginator(input);
}

fn main() {}
