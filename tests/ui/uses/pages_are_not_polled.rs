// The stream of pages is not polled.
#![deny(unused_must_use)]

use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    client.describe_sessions_paginator(input).pages();
}

fn main() {}
