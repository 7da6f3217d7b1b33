// The type of the request is an `impl Trait`.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: impl Clone) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
