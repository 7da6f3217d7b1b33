// A generator gives many values to one call: a page is what one call gives.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async gen fn describe_sessions(_: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    todo!()
}

fn main() {}
