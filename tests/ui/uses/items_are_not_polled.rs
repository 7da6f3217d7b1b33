// The stream of items is not polled.
#![deny(unused_must_use)]

use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    client.describe_sessions_paginator(input).items();
}

fn main() {}
