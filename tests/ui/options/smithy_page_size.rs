// The option has its name in Smithy.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
    limit: Option<i32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

#[paginated(input_token = "NextToken", pageSize = "limit", result_key = "sessions")]
async fn list(input: Input) -> Result<Output, Error> {
    Err(Error)
}

fn main() {}
