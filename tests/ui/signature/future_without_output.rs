// A future says what it gives.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn describe_sessions(&self, input: DescribeSessionsInput) -> impl Future;
}

fn main() {}
