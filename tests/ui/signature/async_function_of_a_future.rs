// The function is `async`, and returns a future.
use std::future::Future;

use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn list(_: DescribeSessionsInput) -> impl Future<Output = Result<DescribeSessionsOutput, Error>> {
    async { todo!() }
}

fn main() {}
