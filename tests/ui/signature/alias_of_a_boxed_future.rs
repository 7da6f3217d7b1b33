// The method returns an alias of a future, whose name says nothing about it.
use std::future::Future;
use std::pin::Pin;

use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    token: Option<String>,
}

type Listing<'a> = Pin<Box<dyn Future<Output = Result<Output, Error>> + 'a>>;

#[paginated(input_token = "token", result_key = "sessions")]
fn list(_: &(), _: Input) -> Listing<'_> {
    loop {}
}

fn main() {}
