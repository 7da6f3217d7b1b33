// The trait does not declare that the future of the method is `Send`.
use paginated_tests::sessions::{AppStream, DescribeSessionsInput};

fn print_sessions<C: AppStream + Send + Sync + 'static>(client: C, input: DescribeSessionsInput) {
    tokio::spawn(async move {
        let mut sessions = client.describe_sessions_paginator(input).items();
        while let Some(Ok(session)) = sessions.next().await {
            println!("{}", session.id);
        }
    });
}

fn main() {}
