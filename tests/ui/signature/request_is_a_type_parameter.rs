// The type of the request is a type parameter.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions<I>(&self, input: I) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
