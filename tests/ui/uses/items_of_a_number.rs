// The items are requested, but the result key is a number.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    let mut counts = client.count_sessions_paginator(input).items();
    while let Some(Ok(count)) = counts.next().await {
        println!("{count:?}");
    }
}

fn main() {}
