// `next` is called on the paginator instead of a stream.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let mut paginator = client.describe_sessions_paginator(input);
    while let Some(Ok(session)) = paginator.next().await {
        println!("{}", session.id);
    }
}

fn main() {}
