// The future of `next` is not awaited.
#![deny(unused_must_use)]

use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let mut sessions = client.describe_sessions_paginator(input).items();
    sessions.next();
}

fn main() {}
