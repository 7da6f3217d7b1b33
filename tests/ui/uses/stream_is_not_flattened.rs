// A web framework takes errors that are `std::error::Error`, or can be boxed.
use futures::Stream;
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput};

type BoxError = Box<dyn std::error::Error + Send + Sync>;

fn body_from_stream<T, E: Into<BoxError>>(_: impl Stream<Item = Result<T, E>>) {}

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn list(_input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, anyhow::Error> {
    Err(anyhow::anyhow!(""))
}

fn handler(input: DescribeSessionsInput) {
    body_from_stream(list_paginator(input).items())
}

fn main() {}
