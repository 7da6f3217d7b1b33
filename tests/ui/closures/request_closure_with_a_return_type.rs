// The closure names the type of a value that is ignored.
use std::collections::HashMap;

use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(
        input_token = |query, token| -> Option<String> { query.insert("token", token) },
        output_token = "NextToken",
        result_key = "Sessions",
    )]
    async fn list(&self, query: HashMap<&'static str, String>) -> Result<Output, Error>;
}

fn main() {}
