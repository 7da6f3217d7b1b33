// The function returns a paginator that borrows a local client.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

use paginated::Operation;

fn sessions(input: DescribeSessionsInput) -> paginated::Paginator<impl Operation> {
    let client = Client;
    client.describe_sessions_paginator(input)
}

fn main() {}
