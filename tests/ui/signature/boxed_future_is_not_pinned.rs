// The boxed future is not pinned.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn describe_sessions(&self, input: DescribeSessionsInput) -> Box<dyn Future<Output = Result<DescribeSessionsOutput, Error>>>;
}

fn main() {}
