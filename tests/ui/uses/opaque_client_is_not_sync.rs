// The future of the method is declared `Send`, and the client, an `impl Trait`, is not known to be `Sync`.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn list(
        &self,
        input: DescribeSessionsInput,
    ) -> impl Future<Output = Result<DescribeSessionsOutput, Error>> + Send;
}

async fn print_sessions(client: &impl Client, input: DescribeSessionsInput) {
    let mut sessions = client.list_paginator(input).items();
    while let Some(Ok(session)) = sessions.next().await {
        println!("{}", session.id);
    }
}

fn main() {}
