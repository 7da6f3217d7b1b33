// Where not even the output can be told, nothing is said of what callers do with it.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(self, input: DescribeSessionsInput);
}

async fn print_sessions(client: impl AppStream, input: DescribeSessionsInput) -> Result<(), paginated::Error<Error>> {
    let mut sessions = client.describe_sessions_paginator(input).items();
    while let Some(session) = sessions.next().await {
        println!("{}", session?.id);
    }
    Ok(())
}

fn main() {}
