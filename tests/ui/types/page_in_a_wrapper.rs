// The method returns the page in a type of the client library, which has a method for it.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error, Session};

struct Response<T>(T);

impl<T> Response<T> {
    fn into_inner(self) -> T {
        self.0
    }
}

#[paginated(input_token = "NextToken", result_key = "Sessions", item = Session)]
async fn list(_: DescribeSessionsInput) -> Result<Response<DescribeSessionsOutput>, Error> {
    Err(Error)
}

fn main() {}
