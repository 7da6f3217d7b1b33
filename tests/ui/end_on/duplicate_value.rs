// A value occurs twice in the list.
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
    #[paginated(input_token = "NextToken", result_key = "Sessions", end_on = ["empty_page", "empty_page"])]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
