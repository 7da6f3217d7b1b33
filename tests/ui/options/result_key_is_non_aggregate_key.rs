// The same field is a result key and a non-aggregate key.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = ["Sessions", "Fleet"], non_aggregate_keys = ["Fleet"])]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
