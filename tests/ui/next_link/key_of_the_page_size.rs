// The link and the page size have the same key.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    page: Option<String>,
}

trait Client {
    #[paginated(next_link = "page", next_method = list_next, limit_key = "page", result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;

    async fn list_next(&self, link: String) -> Result<Output, Error>;
}

fn main() {}
