// The value of `item` is the type of the list instead of an element.
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
    #[paginated(input_token = "NextToken", result_key = "Sessions", item = Vec<Session>)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
