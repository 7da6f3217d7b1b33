// An item is used without handling its `Result`.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let mut sessions = client.describe_sessions_paginator(input).items();
    while let Some(session) = sessions.next().await {
        println!("{}", session.id);
    }
}

fn main() {}
