// The future of the method is declared `Send`, and the client is not known to be `Sync`.
use futures::future::BoxFuture;
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn list(&self, input: DescribeSessionsInput) -> BoxFuture<'_, Result<DescribeSessionsOutput, Error>>;
}

async fn print_sessions(client: &dyn Client, input: DescribeSessionsInput) {
    let mut sessions = client.list_paginator(input).items();
    while let Some(Ok(session)) = sessions.next().await {
        println!("{}", session.id);
    }
}

fn main() {}
