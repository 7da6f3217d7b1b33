// A page asks for another token in a request that it has.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: impl Into<DescribeSessionsInput>) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
