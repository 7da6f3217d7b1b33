// The method is not async and returns a page instead of a `Result`.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn describe_sessions(&self, input: DescribeSessionsInput) -> DescribeSessionsOutput;
}

fn main() {}
