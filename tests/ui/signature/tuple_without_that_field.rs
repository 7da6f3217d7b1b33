// The page is a tuple, and the key is a name.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, Error, Session};

trait AppStream {
    #[paginated(input_token = "NextToken", output_token = 1, result_key = "Sessions")]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<(Vec<Session>, Option<String>), Error>;
}

fn main() {}
