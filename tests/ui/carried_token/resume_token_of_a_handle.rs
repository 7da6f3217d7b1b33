// A list with only a carried token has no resume token.
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

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions", carried_token = "NextToken", end_on = "empty_page")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

async fn resume(client: &impl Client, input: Input) {
    let items = client.list_paginator(input).items();
    let token = items.resume_token();
}

fn main() {}
