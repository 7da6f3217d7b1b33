// The key names a parameter for the request, which does not exist.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "input.NextToken", output_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, stack: &str, after: Option<String>) -> Result<Output, Error>;
}

fn main() {}
