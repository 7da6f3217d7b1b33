// A link has no start.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next: Option<String>,
}

trait Client {
    #[paginated(next_link = "next", next_method = list_next, start = 1, result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
    async fn list_next(&self, link: &str) -> Result<Output, Error>;
}

fn main() {}
