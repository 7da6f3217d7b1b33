// The input token is not an `Option` and does not implement `Default`.
use paginated::paginated;
use paginated_tests::sessions::Error;
use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct Position(u64);

#[derive(Clone)]
struct Input {
    next_token: Position,
}

struct Output {
    next_token: Option<Position>,
}

trait Client {
    #[paginated(input_token = "NextToken")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
