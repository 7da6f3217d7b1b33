// The value of `item` is `_`.
use paginated::{Page, paginated};
use paginated_tests::sessions::{DescribeSessionsInput, Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions", item = _)]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<Output, Error>;
}

fn main() {}
