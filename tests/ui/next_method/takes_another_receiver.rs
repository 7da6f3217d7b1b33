// The method takes `&mut self`.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    next: Option<String>,
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(next_link = "next", next_method = list_next, result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
    async fn list_next(&mut self, link: &str) -> Result<Output, Error>;
}

fn main() {}
