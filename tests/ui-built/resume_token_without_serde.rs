// A resume token is requested, but the token does not implement serde's traits.
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

#[paginated(input_token = "Start", output_token = "Last")]
async fn scan(_: Input) -> Result<Output, Error> {
    Err(Error)
}

fn main() {
    let pages = scan_paginator(Input { start: None }).pages();
    println!("{:?}", pages.resume_token());
}
