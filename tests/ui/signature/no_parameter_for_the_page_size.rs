// The only parameter is the token, and the page size is missing.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", limit_key = "limit", result_key = "sessions")]
    async fn list(&self, next_token: Option<String>) -> Result<Output, Error>;
}

fn main() {}
