// Of botocore's data only the options are written, not the operation's name.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated("DescribeSessions": { "input_token": "NextToken", "result_key": "Sessions" })]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
