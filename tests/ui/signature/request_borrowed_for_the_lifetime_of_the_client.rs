// The paginator owns the request, so it cannot lend it for as long as the client lives.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

struct Client<'c>(&'c str);

impl<'c> Client<'c> {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: &'c DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
        todo!("{:?} {}", input.next_token, self.0)
    }
}

async fn list(client: &Client<'_>, input: DescribeSessionsInput) {
    let _ = client.describe_sessions_paginator(input).items().next().await;
}

fn main() {}
