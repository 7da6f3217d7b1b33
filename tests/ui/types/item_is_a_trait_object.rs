// The value of `item` is a trait.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, Error, Session};

struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions", item = dyn ToString)]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<Output, Error>;
}

fn main() {}
