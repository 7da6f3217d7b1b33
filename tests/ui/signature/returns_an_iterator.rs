// The method returns an iterator of pages.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn describe_sessions(&self, input: DescribeSessionsInput) -> impl Iterator<Item = DescribeSessionsOutput>;
}

fn main() {}
