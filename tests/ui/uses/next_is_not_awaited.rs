// The future of `next` is not awaited.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

#![deny(unused_must_use)]

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let mut sessions = client.describe_sessions_paginator(input).items();
    sessions.next();
}

fn main() {}
