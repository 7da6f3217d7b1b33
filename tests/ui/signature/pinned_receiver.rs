// The receiver is a `Pin<&mut Self>`.
use std::pin::Pin;

use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(
        self: Pin<&mut Self>,
        input: DescribeSessionsInput,
    ) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
