// A stream sends nothing until it is polled.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

#![deny(unused_must_use)]

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    client.describe_sessions_paginator(input).items();
}

fn main() {}
