// The parameter of `Paginator` is the page type.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput, DescribeSessionsOutput};

fn sessions(client: &Client, input: DescribeSessionsInput) -> paginated::Paginator<DescribeSessionsOutput> {
    client.describe_sessions_paginator(input)
}

fn main() {}
