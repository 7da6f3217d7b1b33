// The key names a field of the elements without `[]`, and the attribute names the item.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Variables {
    after: Option<String>,
}

struct Connection {
    edges: Vec<Option<Edge>>,
    end_cursor: Option<String>,
}

struct Edge {
    node: u32,
}

#[paginated(input_token = "after", output_token = "endCursor", result_key = "edges.node", item = u32)]
async fn list(_: Variables) -> Result<Connection, Error> {
    Err(Error)
}

fn main() {}
