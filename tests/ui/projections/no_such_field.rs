// The elements have no such field.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    edges: Vec<Edge>,
    next_token: Option<String>,
}

#[derive(Page)]
struct Edge {
    node: Option<Session>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "edges[].nodes")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
