// A struct holds the stream longer than the client that the stream borrows mutably.
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

#[derive(Clone)]
struct Client;

impl Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(&mut self, input: Input) -> Result<Output, Error> {
        Ok(Output { sessions: Vec::new(), next_token: input.next_token })
    }
}

struct List<O: Operation> {
    sessions: Items<O>,
}

fn list(input: Input) -> List<impl Operation<Item = Session>> {
    let mut client = Client;
    List { sessions: client.list_paginator(input).items() }
}

fn main() {}
