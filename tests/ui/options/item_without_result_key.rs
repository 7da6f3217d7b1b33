// `item` is set, but `result_key` is missing.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error, Session};

trait AppStream {
    #[paginated(input_token = "NextToken", item = Session)]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
