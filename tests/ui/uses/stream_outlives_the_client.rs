// The stream is used after the client that it borrows is dropped.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

use paginated_tests::sessions::Session;

async fn first(input: DescribeSessionsInput) -> Option<Session> {
    let mut sessions = {
        let client = Client;
        client.describe_sessions_paginator(input).items()
    };
    sessions.next().await?.ok()
}

fn main() {}
