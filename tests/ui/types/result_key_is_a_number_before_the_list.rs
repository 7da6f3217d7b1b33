// The first result key is a number, and the list follows.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    count: i32,
    next_token: Option<String>,
}

#[paginated(input_token = "NextToken", result_key = ["Count", "Sessions"])]
async fn list(input: Input) -> Result<Output, Error> {
    drop(input);
    Err(Error)
}

fn main() {}
