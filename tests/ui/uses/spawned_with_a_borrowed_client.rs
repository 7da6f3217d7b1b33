// The spawned task borrows the client.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let mut sessions = client.describe_sessions_paginator(input).items();
    tokio::spawn(async move { sessions.next().await.is_some() }).await.unwrap();
}

fn main() {}
