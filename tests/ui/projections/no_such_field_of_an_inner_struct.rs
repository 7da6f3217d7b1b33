// The struct in the elements has no such field.
use paginated::{Page, paginated};
use paginated_tests::sessions::Error;

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
    node: Option<Node>,
}

#[derive(Page)]
struct Node {
    id: String,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "edges[].node.name")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
