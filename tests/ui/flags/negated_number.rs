// A number cannot be negated.
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
    count: i32,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions", more_results = "!Count")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
