// The return type `impl Future` has no `Output`.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn describe_sessions(&self, input: DescribeSessionsInput) -> impl Future;
}

fn main() {}
