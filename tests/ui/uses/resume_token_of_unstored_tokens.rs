// A resume token is requested, but the tokens are not stored.
use paginated::paginated;

#[derive(Clone, PartialEq)]
struct Key(u64);

#[derive(Clone)]
struct Input {
    start: Option<Key>,
}

struct Output {
    last: Option<Key>,
}

struct Error;

trait Client {
    #[paginated(input_token = "Start", output_token = "Last", token_with = false)]
    async fn scan(&self, input: Input) -> Result<Output, Error>;
}

fn resume(client: &impl Client, input: Input) {
    let pages = client.scan_paginator(input).pages();
    println!("{:?}", pages.resume_token());
}

fn main() {}
