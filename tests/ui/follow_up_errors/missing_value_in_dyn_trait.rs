// `limit_key` has no value. The trait is still dyn compatible.
use std::pin::Pin;

use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream: Sync {
    #[paginated(input_token = "NextToken", result_key = "Sessions", limit_key)]
    fn describe_sessions<'a>(
        &'a self,
        input: DescribeSessionsInput,
    ) -> Pin<Box<dyn Future<Output = Result<DescribeSessionsOutput, Error>> + Send + 'a>>;
}

async fn print_sessions(client: Box<dyn AppStream>, input: DescribeSessionsInput) -> Result<(), paginated::Error<Error>> {
    let mut sessions = client.describe_sessions_paginator(input).page_size(50).items();
    while let Some(session) = sessions.next().await {
        println!("{}", session?.id);
    }
    Ok(())
}

fn main() {}
