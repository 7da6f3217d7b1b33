// A string is not reversed.
use paginated::{Page, paginated};
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    log: String,
    next_token: Option<String>,
}

#[paginated(input_token = "NextToken", result_key = "Log", reversed)]
async fn list(_: Input) -> Result<Output, Error> {
    Err(Error)
}

fn main() {}
