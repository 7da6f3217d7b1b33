// `limit_key` and `input_token` name the same field.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", limit_key = "NextToken")]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
