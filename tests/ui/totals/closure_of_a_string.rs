// The closure returns a `String`.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    offset: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    total: String,
}

trait Client {
    #[paginated(offset = "offset", result_key = "sessions", total_items = |page| page.total.clone())]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
