// The result key names a `bool`, in a `Result` alias.
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
    sessions: bool,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, input: Input) -> io::Result<Output>;
}

fn main() {}
