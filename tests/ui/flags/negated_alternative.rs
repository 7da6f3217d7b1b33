// One of two flags is negated.
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
    #[paginated(input_token = "NextToken", result_key = "Sessions", more_results = "More || !IsLast")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
