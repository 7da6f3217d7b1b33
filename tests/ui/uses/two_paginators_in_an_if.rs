// The branches of an `if` are streams of two methods.
use paginated_tests::sessions::{AppStream, Client, DescribeSessionsInput};

fn count(client: &Client, input: DescribeSessionsInput, all: bool) {
    let _ = if all {
        client.describe_all_sessions_paginator(input).items()
    } else {
        client.describe_sessions_paginator(input).items()
    };
}

fn main() {}
