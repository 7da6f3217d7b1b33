// A stream of a client that it borrows ends before the client does.
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
