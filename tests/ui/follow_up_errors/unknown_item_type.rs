// `result_key` is invalid, so the item type is unknown. Uses of the items cause no further errors.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

#[paginated(input_token = "NextToken", result_key = "Sessions[", name = list_sessions)]
async fn describe_sessions(_: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    Err(Error)
}

async fn print_sessions(input: DescribeSessionsInput) -> Result<(), paginated::Error<Error>> {
    let mut sessions = list_sessions(input).items();
    while let Some(session) = sessions.next().await {
        println!("{}", session?.id);
    }
    Ok(())
}

fn main() {}
