// The list of items is not named, so that no page is short.
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
    #[paginated(input_token = "NextToken", end_on = "short_page")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
