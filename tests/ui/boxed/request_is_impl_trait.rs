// The error shows the type of the request without the lifetime of the box, which the macro adds.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions", boxed = "local")]
    async fn describe_sessions(&self, input: impl Clone) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
