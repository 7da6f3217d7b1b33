// A map has no order.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};
use std::collections::HashMap;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: HashMap<String, Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions", reversed)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
