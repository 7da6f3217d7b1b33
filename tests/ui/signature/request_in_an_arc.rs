// The request cannot be modified.
use std::sync::Arc;

use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: Arc<DescribeSessionsInput>) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
