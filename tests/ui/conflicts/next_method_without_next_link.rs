// A method requests links, but the page has none.
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
}

trait Client {
    #[paginated(next_method = list_next, input_token = "NextToken")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
    async fn list_next(&self, link: &str) -> Result<Output, Error>;
}

fn main() {}
