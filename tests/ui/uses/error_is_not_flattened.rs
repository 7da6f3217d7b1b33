// `?` does not convert an error that contains a boxed one.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput};

type BoxError = Box<dyn std::error::Error + Send + Sync>;

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn list(_input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, BoxError> {
    Err("".into())
}

async fn count(input: DescribeSessionsInput) -> Result<usize, BoxError> {
    let sessions: Vec<_> = list_paginator(input).items().try_collect().await?;
    Ok(sessions.len())
}

fn main() {}
