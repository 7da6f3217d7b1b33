// The request is a builder that the function creates itself.
use paginated::paginated;
use paginated_tests::sessions::{Client, DescribeSessionsOutput, Error, Session};

#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions", item = Session, builder)]
async fn list(client: &Client) -> Result<DescribeSessionsOutput, Error> {
    Err(Error)
}

fn main() {
    let _ = list_paginator(&Client).page_size(2).items();
}
