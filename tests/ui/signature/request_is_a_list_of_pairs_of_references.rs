// The pairs borrow their values, so no closure can add one.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "sessions")]
    async fn list(&self, query: Vec<(&str, &str)>) -> Result<Output, Error>;
}

fn main() {}
