// The paginator is awaited.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let result = client.describe_sessions_paginator(input).await;
}

fn main() {}
