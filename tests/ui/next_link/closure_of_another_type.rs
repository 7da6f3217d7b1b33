// The closure returns another type than the method takes.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(next_link = |page| Some(page.sessions.len()), next_method = list_next, result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
    async fn list_next(&self, link: &str) -> Result<Output, Error>;
}

fn main() {}
