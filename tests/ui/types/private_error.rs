// A private type in what is public is told once, at the method.
#![deny(private_interfaces)]

use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput};

struct Error;

#[paginated(input_token = "NextToken", result_key = "Sessions")]
pub fn describe_sessions(_: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    Err(Error)
}

fn main() {}
