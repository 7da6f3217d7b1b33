// The request is set anew for each page, so it is not the caller's.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: &mut DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
