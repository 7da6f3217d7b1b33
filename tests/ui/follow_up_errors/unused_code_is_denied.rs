// Unused code is an error in the user's crate. The code for a method with a mistake causes none.
#![deny(unused)]

use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait Client {
    #[paginated(input_tokn = "NextToken", result_key = "Sessions")]
    async fn list(&self, tenant: &str, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn unknown_page(&self, tenant: &str, input: DescribeSessionsInput);
}

async fn call(client: &impl Client, input: DescribeSessionsInput) {
    let _ = client.list_paginator("tenant", input.clone()).items().next().await;
    let _ = client.unknown_page_paginator("tenant", input);
}

fn main() {}
