// A token and a link both request the next page.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
    next: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", next_link = "next", next_method = list_next, result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
    async fn list_next(&self, link: &str) -> Result<Output, Error>;
}

fn main() {}
