// The type of the page is a type parameter.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions<T>(&self, input: DescribeSessionsInput) -> Result<T, Error>;
}

fn main() {}
