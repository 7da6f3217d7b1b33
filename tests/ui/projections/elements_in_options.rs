// The elements of the list are in `Option`s, and `item` is the type inside.
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

#[paginated(input_token = "after", output_token = "endCursor", result_key = "edges", item = Edge)]
async fn list(_: Variables) -> Result<Connection, Error> {
    Err(Error)
}

fn main() {}
