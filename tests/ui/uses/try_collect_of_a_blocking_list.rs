// The items of a blocking method are collected by `try_collect`.
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

fn all(input: Input) -> Result<Vec<Session>, paginated::Error<Error>> {
    list_paginator(input).items().try_collect()
}

fn main() {}
