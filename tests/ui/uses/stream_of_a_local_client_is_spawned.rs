// The spawned task borrows a client that is a local variable.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone, Default)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

#[derive(Clone)]
struct Client;

impl Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error> {
        Ok(Output { sessions: Vec::new(), next_token: input.next_token })
    }
}


fn print_sessions(input: Input) {
    let client = Client;
    let mut sessions = client.list_paginator(input).items();
    tokio::spawn(async move { sessions.next().await.is_some() });
}

fn main() {}
