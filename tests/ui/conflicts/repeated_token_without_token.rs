// A list without a token cannot end at a repeated token.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    offset: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(offset = "offset", result_key = "sessions", end_on = "repeated_token")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
