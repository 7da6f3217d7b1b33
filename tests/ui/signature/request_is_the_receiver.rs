// The builder that is the receiver cannot be the request.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

#[derive(Clone)]
struct ListBuilder;

impl ListBuilder {
    #[paginated(input_token = "NextToken", result_key = "Sessions", builder)]
    async fn send(self) -> Result<DescribeSessionsOutput, Error> {
        Err(Error)
    }
}

fn main() {}
