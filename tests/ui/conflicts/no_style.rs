// No option says how the next page is requested.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    limit: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(result_key = "sessions", limit_key = "limit")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
