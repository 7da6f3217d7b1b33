// The starting token is a number.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let mut sessions = client.describe_sessions_paginator(input).starting_token(5).items();
    sessions.next().await;
}

fn main() {}
