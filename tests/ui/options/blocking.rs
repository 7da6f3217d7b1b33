// The attribute sees whether the method is async.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

#[paginated(input_token = "NextToken", result_key = "Sessions", blocking)]
fn describe_sessions(_: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    loop {}
}

fn main() {}
