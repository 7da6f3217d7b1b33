// The closure returns a `String` that is always present.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    url: String,
}

trait Client {
    #[paginated(next_link = |page| page.url.clone(), next_method = list_next, result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
    async fn list_next(&self, link: &str) -> Result<Output, Error>;
}

fn main() {}
