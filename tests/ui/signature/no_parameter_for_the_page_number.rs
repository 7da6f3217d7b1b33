// No parameter is the page number, and one has a similar name.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(page_number = "page", start = 1, result_key = "sessions")]
    async fn list(&self, org: &str, per_page: Option<u8>) -> Result<Output, Error>;
}

fn main() {}
