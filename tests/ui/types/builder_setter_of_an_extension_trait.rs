// The setter belongs to an extension trait, and its name is in quotes.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait BuilderExt {
    fn set_next_token(self, token: Option<String>) -> Self;
}

impl BuilderExt for DescribeSessionsInput {
    fn set_next_token(self, _: Option<String>) -> Self {
        self
    }
}

#[paginated(input_token = "NextToken", result_key = "Sessions", builder)]
async fn describe_sessions(_: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    Err(Error)
}

#[paginated(input_token = set_next_token, output_token = "NextToken", result_key = "Sessions", builder)]
async fn describe_sessions_unquoted(_: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    Err(Error)
}

fn main() {}
