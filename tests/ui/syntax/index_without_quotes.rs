// The key contains wire names and an index, and is not in quotes.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(input_token = "Marker", output_token = Contents[-1].Key)]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
