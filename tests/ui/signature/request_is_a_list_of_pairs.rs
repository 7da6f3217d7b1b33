// The request is a list of pairs, which has no fields.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(page_number = "page", start = 1, result_key = "sessions")]
    async fn list(&self, query: Vec<(&'static str, String)>) -> Result<Output, Error>;
}

fn main() {}
