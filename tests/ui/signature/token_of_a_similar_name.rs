// A token among plain parameters is the one of its name.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, stack: String, token: Option<String>, limit: u32) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
