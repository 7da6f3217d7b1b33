// The `token_with` module does not contain `serialize` and `deserialize`.
use paginated::paginated;
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    stack_name: String,
    next_token: Option<String>,
    limit: Option<i32>,
}

struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

mod codec {}

trait Client {
    #[paginated(input_token = "NextToken", token_with = codec)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
