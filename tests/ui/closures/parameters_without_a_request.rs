// The closure is for a request, and the parameters are strings.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = |request, token: String| request.push_str(&token), output_token = "NextToken", result_key = "sessions")]
    async fn list(&self, org: String, repo: String) -> Result<Output, Error>;
}

fn main() {}
