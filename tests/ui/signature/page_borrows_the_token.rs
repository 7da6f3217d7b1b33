// The paginator owns the token, and changes it while a page is in use.
use paginated::{Page, paginated};

#[derive(Page)]
struct Output<'a> {
    names: Vec<&'a str>,
    token: Option<String>,
}

#[paginated(input_token = "Token", result_key = "Names")]
fn list<'a>(token: Option<&'a str>) -> Result<Output<'a>, std::io::Error> {
    todo!("{token:?}")
}

fn main() {
    let _ = list_paginator(None).items().next();
}
