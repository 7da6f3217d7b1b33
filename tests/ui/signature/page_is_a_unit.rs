// The method returns no page.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<(), Error>;
}

fn main() {}
