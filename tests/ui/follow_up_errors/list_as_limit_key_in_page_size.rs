// `limit_key` is a list, and the page size is set.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

#[paginated(input_token = "NextToken", limit_key = ["Limit"], result_key = "Sessions")]
async fn list(_: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    Err(Error)
}

async fn print_sessions(input: DescribeSessionsInput) {
    let mut sessions = list_paginator(input).page_size(50).items();
    while let Some(Ok(session)) = sessions.next().await {
        println!("{}", session.id);
    }
}

fn main() {}
