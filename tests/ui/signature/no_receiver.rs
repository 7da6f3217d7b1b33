// An associated function has no receiver, and `name` does not say so.
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

struct Client;

impl Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(input: Input) -> Result<Output, Error> {
        Err(Error)
    }
}

fn main() {}
