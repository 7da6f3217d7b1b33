// A token is not a list.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    edges: Vec<Edge>,
}

#[derive(Page)]
struct Edge {
    cursor: Option<String>,
    node: Option<Session>,
}

trait Client {
    #[paginated(input_token = "NextToken", output_token = "edges[].cursor", result_key = "edges[].node")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
