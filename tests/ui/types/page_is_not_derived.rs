// The page does not derive `Page`, and the option `item` is not set.
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

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
