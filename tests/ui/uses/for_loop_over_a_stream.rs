// A stream is read by `while let` and `next()`; `for` is for methods that are not async.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

async fn print_sessions(client: &Client, input: DescribeSessionsInput) {
    for session in client.describe_sessions_paginator(input).items() {
        println!("{:?}", session);
    }
}

fn main() {}
