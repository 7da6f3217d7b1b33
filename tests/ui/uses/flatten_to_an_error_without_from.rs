// The client's error cannot hold the other errors of a list.
use paginated::{Error, paginated};
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput};

struct ClientError;

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn list(_input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, ClientError> {
    Err(ClientError)
}

async fn count(input: DescribeSessionsInput) -> Result<usize, ClientError> {
    let sessions: Vec<_> = list_paginator(input).items().try_collect().await.map_err(Error::flatten)?;
    Ok(sessions.len())
}

fn main() {}
