// The option `boxed` requires a resume token, which a handle cannot have.
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
    #[paginated(input_token = "NextToken", result_key = "Sessions", carried_token = "NextToken", end_on = "empty_page", boxed)]
    fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
