// The key contains a character that is invalid in a field name.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", output_token = "@odata.nextLink")]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
