// The parameter is a list of requests.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: Vec<DescribeSessionsInput>) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
