// `page_size` is called, but `limit_key` is not set.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let paginator = client.describe_all_sessions_paginator(input);
    let mut sessions = paginator.page_size(50).items();
    while let Some(Ok(session)) = sessions.next().await {
        println!("{}", session.id);
    }
}

fn main() {}
