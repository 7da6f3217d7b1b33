// The second alternative is missing.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
    is_last: bool,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions", output_token = next_token ||)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
