// The options are written as a JSON object after the name of the operation, as in botocore's data.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated("DescribeSessions": { "input_token": "NextToken", "result_key": "Sessions" })]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
