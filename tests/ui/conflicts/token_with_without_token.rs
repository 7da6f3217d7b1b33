// A list without a token cannot store one.
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
    #[paginated(offset = "offset", result_key = "sessions", token_with = false)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
