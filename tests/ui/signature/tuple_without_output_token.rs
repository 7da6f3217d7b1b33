// The page is a tuple, in which the token has no name.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, Error, Session};

#[paginated(input_token = "NextToken", result_key = 0)]
async fn describe_sessions(_input: DescribeSessionsInput) -> Result<(Vec<Session>, Option<String>), Error> {
    Err(Error)
}

fn main() {}
