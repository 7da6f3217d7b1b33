// The keys of the list and the token are exchanged.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, Error, Session};

#[paginated(input_token = "NextToken", output_token = 1, result_key = 0)]
async fn describe_sessions(_input: DescribeSessionsInput) -> Result<(Option<String>, Vec<Session>), Error> {
    Err(Error)
}

fn main() {}
