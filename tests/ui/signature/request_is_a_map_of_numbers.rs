// The key names an entry of a map whose values are numbers.
use std::collections::HashMap;

use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(page_number = "page", start = 1, result_key = "Sessions")]
    async fn list(&self, query: HashMap<String, u64>) -> Result<Output, Error>;
}

fn main() {}
