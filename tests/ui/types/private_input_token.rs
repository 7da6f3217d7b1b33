// The input token is a private field of another module.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

use request::Input;

mod request {
    #[derive(Clone)]
    pub struct Input {
        next_token: Option<String>,
    }
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
