// The returned stream of a free function borrows the second parameter, a local variable.
use paginated::{Items, Operation, Page, paginated};
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

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn list(url: &str, fleet: &str, input: Input) -> Result<Output, Error> {
    println!("{url} {fleet}");
    Ok(Output { sessions: Vec::new(), next_token: input.next_token })
}

fn sessions(url: &str, input: Input) -> Items<impl Operation<Item = Session>> {
    let fleet = String::from("f");
    list_paginator(url, &fleet, input).items()
}

fn main() {}
