// A box is `Send` unless it is local.
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

trait Client {
    #[paginated(input_token = "token", result_key = "sessions", boxed = "send")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
