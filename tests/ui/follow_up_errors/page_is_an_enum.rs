// `Page` is derived for an enum. rustc reports in addition that the enum has no fields.
use paginated::{Page, paginated};
use paginated_tests::sessions::{DescribeSessionsInput, Error, Session};

#[derive(Page)]
enum Output {
    Found { sessions: Vec<Session>, next_token: Option<String> },
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
