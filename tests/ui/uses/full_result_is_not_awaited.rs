// The future of the full result is not awaited.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

#![deny(unused_must_use)]

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    client.describe_sessions_paginator(input).full_result();
}

fn main() {}
