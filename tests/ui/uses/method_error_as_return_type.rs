// The function returns the method's error instead of `paginated::Error`.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
    limit: Option<i32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

async fn first(client: &impl Client, input: Input) -> Result<Option<Session>, Error> {
    let first = client.list_paginator(input).items().try_next().await?;
    Ok(first)
}

fn main() {}
