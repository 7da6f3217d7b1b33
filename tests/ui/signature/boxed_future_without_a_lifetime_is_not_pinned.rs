// The receiver has no lifetime that the future could borrow.
use std::sync::Arc;

use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn describe_sessions(self: Arc<Self>, input: DescribeSessionsInput) -> Box<dyn Future<Output = Result<DescribeSessionsOutput, Error>>>;
}

fn main() {}
