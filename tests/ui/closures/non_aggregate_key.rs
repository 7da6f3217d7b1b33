// A non-aggregate key is a field.
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
    prefix: String,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions", non_aggregate_keys = |page| page.prefix)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
