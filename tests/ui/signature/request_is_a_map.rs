// The key names an entry of a map.
use std::collections::HashMap;

use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, query: HashMap<String, String>) -> Result<Output, Error>;
}

fn main() {}
