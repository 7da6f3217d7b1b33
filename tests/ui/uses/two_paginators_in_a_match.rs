// The arms of a `match` are paginators of two methods.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

fn count(client: &Client, input: DescribeSessionsInput, all: bool) {
    let _ = match all {
        true => client.describe_all_sessions_paginator(input),
        false => client.describe_sessions_paginator(input),
    };
}

fn main() {}
