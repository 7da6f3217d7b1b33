// The option `boxed` requires that the token can be stored.
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
}

trait Client: Sync {
    #[paginated(input_token = "NextToken", result_key = "Sessions", token_with = false, boxed)]
    fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
