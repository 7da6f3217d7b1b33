// The page size is negative.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let mut sessions = client.describe_sessions_paginator(input).page_size(-1).items();
    sessions.next().await;
}

fn main() {}
