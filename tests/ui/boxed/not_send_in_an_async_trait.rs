// The futures of the trait are not `Send`.
use async_trait::async_trait;
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

#[async_trait(?Send)]
trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions", boxed)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
