// A number of pages says nothing about an offset.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    offset: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    pages: u32,
}

trait Client {
    #[paginated(offset = "offset", result_key = "sessions", total_pages = "pages")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
