// The items are requested, but `result_key` is not set.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let mut sessions = client.describe_pages_paginator(input).items();
    while let Some(Ok(session)) = sessions.next().await {
        println!("{}", session.id);
    }
}

fn main() {}
