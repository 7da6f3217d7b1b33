// A `for` loop iterates over an async stream.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    for session in client.describe_sessions_paginator(input).items() {
        println!("{:?}", session);
    }
}

fn main() {}
