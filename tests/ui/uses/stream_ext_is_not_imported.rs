// The trait `StreamExt`, which provides `map`, is not imported.
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

async fn ids(client: &impl Client, input: Input) -> Vec<String> {
    client.list_paginator(input).items().map(|session| session.id).collect().await
}

fn main() {}
