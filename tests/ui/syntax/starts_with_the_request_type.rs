// The key starts with the type of the request.
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

trait Client {
    #[paginated(input_token = "Input.NextToken", result_key = "Sessions")]
    async fn list(&self, request: Input) -> Result<Output, Error>;
}

fn main() {}
