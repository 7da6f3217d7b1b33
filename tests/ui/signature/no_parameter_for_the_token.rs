// No parameter has the name of the input token.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, stack: &str, token: Option<String>) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
