// The request is a struct with getters, and the attribute says that it is a builder.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

#[derive(Clone)]
struct ListInput(Option<String>);

impl ListInput {
    fn next_token(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

#[paginated(input_token = "NextToken", builder)]
async fn list(_: ListInput) -> Result<DescribeSessionsOutput, Error> {
    Err(Error)
}

fn main() {}
