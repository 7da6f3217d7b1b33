// Two streams are created from the same paginator.
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

async fn twice(client: &impl Client, input: Input) {
    let paginator = client.list_paginator(input);
    let _ = paginator.items().next().await;
    let _ = paginator.pages().next().await;
}

fn main() {}
