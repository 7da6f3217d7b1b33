// The request is a mutable reference.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: &mut DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
