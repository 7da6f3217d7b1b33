// The type of the request is a `dyn Trait`.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: &dyn AsRef<str>) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
