// Several options and the return type are invalid. All errors are reported together.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "Next Token", result_keys = "Sessions", limit_key = ["Limit"])]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> (DescribeSessionsOutput, Error);
}

fn main() {}
