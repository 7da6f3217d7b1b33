// The number of pages is a float.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    pages: f64,
}

trait Client {
    #[paginated(page_number = "page", start = 1, result_key = "sessions", total_pages = "pages")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
