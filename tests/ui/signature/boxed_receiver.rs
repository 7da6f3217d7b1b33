// The receiver is a `Box<Self>`.
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
