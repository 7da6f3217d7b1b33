// The page in a `Result` alias does not derive `Page`.
use std::io;

use paginated::paginated;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

struct Session {
    id: String,
}

struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, input: Input) -> io::Result<Output>;
}

fn main() {}
