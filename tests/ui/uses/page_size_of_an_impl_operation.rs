// The return type of a function does not say that the paginator has a page size.
use paginated::{Operation, Paginator};
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

fn paginator(client: &Client, input: DescribeSessionsInput) -> Paginator<impl Operation> {
    client.describe_sessions_paginator(input)
}

fn print(client: &Client, input: DescribeSessionsInput) {
    let _ = paginator(client, input).page_size(50);
}

fn main() {}
