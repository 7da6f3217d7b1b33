// The `#[page]` attributes are invalid. Methods that return the page cause no further errors.
use paginated::{Page, paginated};
use paginated_tests::sessions::{DescribeSessionsInput, Error, Session};

#[derive(Page)]
#[page(items = "Sessions")]
struct Output {
    #[page(items)]
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<Output, Error>;
}

async fn ids(client: &impl AppStream, input: DescribeSessionsInput) -> Option<u32> {
    let mut sessions = client.describe_sessions_paginator(input).items();
    Some(sessions.next().await?.ok()?.id)
}

fn main() {}
