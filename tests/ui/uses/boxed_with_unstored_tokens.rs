// The paginator is boxed, but its tokens are not stored.
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

fn boxed(client: &(impl Client + Sync), input: Input) {
    let _pages = client.scan_paginator(input).boxed_local().pages();
}

fn main() {}
