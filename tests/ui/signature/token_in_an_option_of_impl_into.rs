// A token that is converted is in an `Option`.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = token, output_token = "NextToken", result_key = "sessions")]
    async fn list(&self, token: Option<impl Into<String>>) -> Result<Output, Error>;
}

fn main() {}
