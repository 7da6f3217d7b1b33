// A function has no client that a box could borrow.
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

#[paginated(input_token = "token", result_key = "sessions", boxed)]
async fn list(_: Input) -> Result<Output, Error> {
    loop {}
}

fn main() {}
