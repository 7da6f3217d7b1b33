// Later pages would have another page size.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: u32,
    limit: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(page_number = "page", start = 1, limit_key = "limit", first_page_only = "limit", result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
