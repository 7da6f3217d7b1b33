// The method returns a `Poll`.
use std::task::Poll;

use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn describe_sessions(&self, input: DescribeSessionsInput) -> Poll<Result<DescribeSessionsOutput, Error>>;
}

fn main() {}
