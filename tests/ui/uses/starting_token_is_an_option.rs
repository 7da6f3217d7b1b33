// `starting_token` is called where there is one: `if let Some(token) = token { paginator =
// paginator.starting_token(token) }`.
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

async fn go_on(client: &impl Client, input: Input, token: Option<String>) {
    let mut sessions = client.list_paginator(input).starting_token(token).items();
    let _ = sessions.next().await;
}

fn main() {}
