// The parameter with the field is not the one with the usual name.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

#[derive(Clone)]
struct Options {
    verbose: bool,
}

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn describe_sessions(options: Options, sessions: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    let _ = (options, sessions);
    Err(Error)
}

fn main() {}
