// The option `limit_key` is `false`, and no default is removed by it.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
    limit: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "sessions", limit_key = false)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
