// The attribute is on an `async gen` function.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async gen fn describe_sessions(_: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    todo!()
}

fn main() {}
