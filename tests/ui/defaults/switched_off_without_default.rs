// There is no default to switch off.
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

#[paginated(input_token = "token")]
trait Client {
    #[paginated(result_key = "sessions", limit_key = false)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
