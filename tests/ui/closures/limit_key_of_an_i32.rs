// The request's method takes an `i32`, and the closure does not name the type of the page size.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

trait SetLimit {
    fn set_limit(&mut self, limit: i32);
}

impl SetLimit for DescribeSessionsInput {
    fn set_limit(&mut self, limit: i32) {
        self.limit = Some(limit);
    }
}

#[paginated(input_token = "NextToken", result_key = "Sessions", limit_key = |input, limit| input.set_limit(limit))]
async fn list(_: DescribeSessionsInput) -> Result<DescribeSessionsOutput, Error> {
    Err(Error)
}

fn main() {}
