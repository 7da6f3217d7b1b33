// The keys name entries of a map whose values are not strings.
use std::collections::HashMap;

use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};
use serde_json::Value;

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
    async fn list(&self, query: &HashMap<String, Value>) -> Result<Output, Error>;
}

fn main() {}
