// A list has two totals.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    total: u64,
    pages: u64,
}

trait Client {
    #[paginated(page_number = "page", start = 1, result_key = "sessions", total_items = "total", total_pages = "pages")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
