// The response is a list, the key names a field, and the item type is written.
use paginated::paginated;
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
    limit: Option<u32>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "sessions", item = Session)]
    async fn list(&self, input: Input) -> Result<Vec<Session>, Error>;
}

fn main() {}
