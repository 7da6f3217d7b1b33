// The option is misspelled. Calls to the generated method cause no further errors.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_tokn = "NextToken", limit_key = "Limit", result_key = "Sessions")]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

struct Client;

impl AppStream for Client {
    async fn describe_sessions(&self, _: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
        Err(Error)
    }
}

async fn print_sessions(input: DescribeSessionsInput) -> Result<(), paginated::Error<Error>> {
    let mut sessions = Client.describe_sessions_paginator(input).page_size(50).items();
    while let Some(session) = sessions.next().await {
        println!("{}", session?.id);
    }
    Ok(())
}

fn main() {}
