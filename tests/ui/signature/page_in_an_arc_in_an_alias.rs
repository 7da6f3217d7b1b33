// The page is in an `Arc`, and the return type is an alias.
use paginated::{Page, paginated};
use paginated_tests::sessions::Session;

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

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn list(input: Input) -> std::io::Result<std::sync::Arc<Output>> {
    Err(std::io::ErrorKind::Other.into())
}

fn main() {}
