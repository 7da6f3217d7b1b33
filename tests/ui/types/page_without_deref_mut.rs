// The wrapper of the page implements `Deref` but not `DerefMut`.
use std::ops::Deref;

use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error, Session};

struct Response {
    body: DescribeSessionsOutput,
}

impl Deref for Response {
    type Target = DescribeSessionsOutput;
    fn deref(&self) -> &DescribeSessionsOutput {
        &self.body
    }
}

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions", item = Session)]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<Response, Error>;
}

fn main() {}
