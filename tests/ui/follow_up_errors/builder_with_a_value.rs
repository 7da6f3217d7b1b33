// The option `builder` has a value, and the request is a builder.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

struct RequestBuilder;

trait AppStream {
    #[paginated(input_token = "NextToken", builder = true)]
    async fn describe_sessions(&self, request: RequestBuilder) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
