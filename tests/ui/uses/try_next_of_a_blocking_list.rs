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

fn print_first(input: Input) {
    let _ = list_paginator(input).items().try_next();
}

fn main() {}
