// The method returns nothing, so the page type is unknown. Uses of the items cause no further errors.
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
