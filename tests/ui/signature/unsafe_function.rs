// The function is `unsafe`.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async unsafe fn describe_sessions(_: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    Err(Error)
}

fn main() {}
