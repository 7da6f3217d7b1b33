// The receiver is taken by value and does not implement `Clone`.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

struct Client;

impl Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(self, _: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
        Err(Error)
    }
}

fn main() {}
