// The item is what the result key holds, so there is none without it.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error, Session};

trait AppStream {
    #[paginated(input_token = "NextToken", item = Session)]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
