// The method has no return type.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: DescribeSessionsInput);
}

fn main() {}
