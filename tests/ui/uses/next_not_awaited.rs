// What is next is there only when it is awaited.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

#![deny(unused_must_use)]

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let mut sessions = client.describe_sessions_paginator(input).items();
    sessions.next();
}

fn main() {}
