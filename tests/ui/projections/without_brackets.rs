// The key names a field of the elements without `[]`.
use paginated::{Page, paginated};
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Variables {
    after: Option<String>,
}

#[derive(Page)]
struct Connection {
    edges: Vec<Edge>,
    end_cursor: Option<String>,
}

#[derive(Page)]
struct Edge {
    node: u32,
}

#[paginated(input_token = "after", output_token = "endCursor", result_key = "edges.node")]
async fn list(_: Variables) -> Result<Connection, Error> {
    Err(Error)
}

fn main() {}
