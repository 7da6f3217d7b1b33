// The key is the name of a query parameter.
use paginated::{Page, paginated};
use paginated_tests::sessions::{DescribeSessionsInput, Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait AppStream {
    #[paginated(page_number = "page[number]", start = 1, result_key = "Sessions")]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<Output, Error>;
}

fn main() {}
