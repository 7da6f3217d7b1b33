// The parameter of the page number has a similar name.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(page_number = "page", start = 1, result_key = "sessions")]
    async fn list(&self, page_no: u32) -> Result<Output, Error>;
}

fn main() {}
