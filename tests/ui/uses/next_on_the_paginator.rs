// A paginator is no stream; it has `items()` and `pages()`.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let mut paginator = client.describe_sessions_paginator(input);
    while let Some(Ok(session)) = paginator.next().await {
        println!("{}", session.id);
    }
}

fn main() {}
