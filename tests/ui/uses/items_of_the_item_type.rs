// The parameter of `Items` is the item type.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput, Session};

fn sessions(client: &Client, input: DescribeSessionsInput) -> paginated::Items<Session> {
    client.describe_sessions_paginator(input).items()
}

fn main() {}
