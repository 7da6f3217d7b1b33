// The page borrows from the request, by an elided lifetime.
use paginated::{Page, paginated};

#[derive(Clone)]
struct Input {
    token: Option<String>,
}

#[derive(Page)]
struct Output<'a> {
    names: Vec<&'a str>,
    token: Option<String>,
}

#[paginated(input_token = "token", result_key = "names")]
fn list(input: &Input) -> Result<Output<'_>, std::io::Error> {
    todo!("{:?}", input.token)
}

fn main() {
    let _ = list_paginator(Input { token: None }).items().next();
}
