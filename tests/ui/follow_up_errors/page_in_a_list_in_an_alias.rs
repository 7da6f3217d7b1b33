// The page is a list, and the return type is an alias.
use paginated::{Page, paginated};
use paginated_tests::sessions::Session;

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
    #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
    async fn list(&self, input: Input) -> std::io::Result<Vec<Session>>;
}

async fn count(client: &impl Client, input: Input) -> usize {
    client.list_paginator(input).items().try_collect::<Vec<_>>().await.unwrap().len()
}

fn main() {}
