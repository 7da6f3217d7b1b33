// The stream is not declared with `mut`.
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

async fn first(client: &impl Client, input: Input) {
    let sessions = client.list_paginator(input).items();
    while let Some(session) = sessions.next().await {
        println!("{}", session.unwrap().id);
    }
}

fn main() {}
