// A client that is given away for one call cannot be asked for the next page.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(
        self: Box<Self>,
        input: DescribeSessionsInput,
    ) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
