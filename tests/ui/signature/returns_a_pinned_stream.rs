// The method returns a pinned stream.
use std::pin::Pin;

use futures::Stream;
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn describe_sessions(&self, input: DescribeSessionsInput) -> Pin<Box<dyn Stream<Item = Result<DescribeSessionsOutput, Error>>>>;
}

fn main() {}
