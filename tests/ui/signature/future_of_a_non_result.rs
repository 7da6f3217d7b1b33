// The output of the future is not a `Result`.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn describe_sessions(&self, input: DescribeSessionsInput) -> impl Future<Output = DescribeSessionsOutput>;
}

fn main() {}
