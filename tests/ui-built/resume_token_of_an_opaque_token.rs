// A resume token is a text, so its parts are serde, or are written by `token_with`.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone, PartialEq)]
struct Key(u64);

#[derive(Clone)]
struct Input {
    start: Option<Key>,
}

struct Output {
    last: Option<Key>,
}

#[paginated(input_token = "Start", output_token = "Last")]
async fn scan(_: Input) -> Result<Output, Error> {
    Err(Error)
}

fn main() {
    let pages = scan_paginator(Input { start: None }).pages();
    println!("{:?}", pages.resume_token());
}
