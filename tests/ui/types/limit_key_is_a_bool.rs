// The field of the limit key is a `bool`.
use paginated::paginated;
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    stack_name: String,
    next_token: Option<String>,
    limit: bool,
}

struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", limit_key = "Limit")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
