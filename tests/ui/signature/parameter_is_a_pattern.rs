// The parameter is a pattern instead of a name.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn describe_sessions((token, limit): (Option<String>, i32)) -> Result<DescribeSessionsOutput, Error> {
    let _ = (token, limit);
    Err(Error)
}

fn main() {}
