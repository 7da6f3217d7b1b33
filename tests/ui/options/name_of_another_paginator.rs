// The name is that of the paginator of another method.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

struct Client;

impl Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error> {
        Err(Error)
    }

    #[paginated(input_token = "NextToken", result_key = "Sessions", name = list_paginator)]
    async fn list_all(&self, input: Input) -> Result<Output, Error> {
        Err(Error)
    }
}

fn main() {}
