// The function is `const`.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

#[paginated(input_token = "NextToken", result_key = "Sessions")]
const fn describe_sessions(_: &DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    Err(Error)
}

fn main() {}
