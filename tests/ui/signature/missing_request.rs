// The method has no parameter for the request.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
