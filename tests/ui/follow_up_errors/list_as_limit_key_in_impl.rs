// `limit_key` is a list. Calls to the generated methods cause no further errors.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

struct Client;

impl Client {
    #[paginated(input_token = "NextToken", limit_key = ["Limit"], result_key = "Sessions")]
    async fn describe_sessions(&self, _: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
        Err(Error)
    }

    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_other_sessions(&self, _: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
        Err(Error)
    }
}

async fn print_sessions(input: DescribeSessionsInput) -> Result<(), paginated::Error<Error>> {
    let mut sessions = Client.describe_sessions_paginator(input.clone()).page_size(50).items();
    while let Some(session) = sessions.next().await {
        println!("{}", session?.id);
    }
    let mut sessions = Client.describe_other_sessions_paginator(input).items();
    while let Some(session) = sessions.next().await {
        println!("{}", session?.id);
    }
    Ok(())
}

fn main() {}
