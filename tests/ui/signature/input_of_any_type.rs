// An `impl Trait` has no fields.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: impl Clone) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
