// The method returns a boxed stream.
use futures::stream::BoxStream;
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn describe_sessions(&self, input: DescribeSessionsInput) -> BoxStream<'_, Result<DescribeSessionsOutput, Error>>;
}

fn main() {}
