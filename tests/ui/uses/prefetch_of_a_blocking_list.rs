// The list of a blocking method is prefetched.
use paginated::{Page, paginated};

#[derive(Clone)]
struct Input {
    page: u32,
}

#[derive(Page)]
struct Output {
    rows: Vec<u32>,
}

#[paginated(page_number = "page", start = 1, result_key = "rows")]
fn list(input: Input) -> Result<Output, std::io::Error> {
    Ok(Output { rows: vec![input.page] })
}

fn main() {
    let _rows = list_paginator(Input { page: 0 }).prefetch(4).items();
}
