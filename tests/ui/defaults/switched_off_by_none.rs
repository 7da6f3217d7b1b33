// The default is switched off by `None`.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    token: Option<String>,
}

#[paginated(input_token = "token", limit_key = "limit")]
trait Client {
    #[paginated(result_key = "sessions", limit_key = None)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
