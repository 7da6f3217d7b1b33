// The page has no such field.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    offset: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    total: u64,
}

trait Client {
    #[paginated(offset = "offset", result_key = "sessions", total_items = "totalCount")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
