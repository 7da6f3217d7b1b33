// The attribute is in the implementation of a trait instead of the trait.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

struct Client;

trait AppStream {
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

impl AppStream for Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, _: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
        Err(Error)
    }
}

fn main() {}
