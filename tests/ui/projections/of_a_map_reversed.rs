// `[]` opens a list, and the field is a map. `reversed` is not a second error.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};
use std::collections::HashMap;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    edges: HashMap<String, Edge>,
    next_token: Option<String>,
}

#[derive(Page)]
struct Edge {
    node: Option<Session>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "edges[].node", reversed)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
