// The items of a blocking method are polled by `try_next`.
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

#[paginated(input_token = "NextToken", result_key = "Sessions")]
fn list(input: Input) -> Result<Output, Error> {
    drop(input);
    Err(Error)
}

async fn read(input: Input) -> Result<(), paginated::Error<Error>> {
    let mut sessions = list_paginator(input).items();
    while let Some(session) = sessions.try_next().await? {
        drop(session);
    }
    Ok(())
}

fn main() {}
