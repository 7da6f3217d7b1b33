//! The client of the README, which the UI tests use.

use paginated::{Page, paginated};

#[derive(Clone, Debug, Default)]
pub struct DescribeSessionsInput {
    pub stack_name: String,
    pub next_token: Option<String>,
    pub limit: Option<i32>,
}

#[derive(Debug, Page)]
pub struct DescribeSessionsOutput {
    pub sessions: Vec<Session>,
    pub count: i32,
    pub next_token: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Session {
    pub id: u32,
}

#[derive(Debug)]
pub struct Error;

#[expect(async_fn_in_trait, reason = "users write traits like this")]
pub trait AppStream {
    #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_all_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token = "NextToken")]
    async fn describe_pages(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;

    #[paginated(input_token = "NextToken", result_key = "Count")]
    async fn count_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

#[derive(Debug)]
pub struct Client;

impl AppStream for Client {
    async fn describe_sessions(&self, _: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
        Err(Error)
    }
    async fn describe_all_sessions(&self, _: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
        Err(Error)
    }
    async fn describe_pages(&self, _: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
        Err(Error)
    }
    async fn count_sessions(&self, _: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
        Err(Error)
    }
}
