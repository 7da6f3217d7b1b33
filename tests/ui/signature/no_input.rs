// A token goes into the request, so there is one.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
