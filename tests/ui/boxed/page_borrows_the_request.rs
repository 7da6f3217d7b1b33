// The paginator owns the request, and changes it while a page is in use. The lifetime of the future alone would not matter.
use futures::future::BoxFuture;
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

type Fallible<T> = Result<T, std::io::Error>;

trait Client {
    #[paginated(input_token = "Token", result_key = "Names")]
    fn list<'a>(&'a self, input: &'a Input) -> BoxFuture<'a, Fallible<Output<'a>>>;
}

fn list(client: &(dyn Client + Sync), input: Input) {
    let _ = client.list_paginator(input).items();
}

fn main() {}
