// The page in a `Result` alias does not have the result key.
use std::io;

use paginated::{Page, paginated};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

struct Session {
    id: String,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Session")]
    async fn list(&self, input: Input) -> io::Result<Output>;
}

fn main() {}
