// A parameter has a `#[cfg]` attribute.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(
        &self,
        #[cfg(not(feature = "tracing"))] tenant: &str,
        input: DescribeSessionsInput,
    ) -> Result<DescribeSessionsOutput, Error>;
}

fn list(client: &impl Client) {
    client.list_paginator("tenant", DescribeSessionsInput::default());
}

fn main() {}
