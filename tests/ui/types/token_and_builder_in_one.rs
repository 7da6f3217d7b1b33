// A parameter is a token itself, or a request that has one.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

#[derive(Clone)]
struct Builder;

trait Client {
    #[paginated(input_token = [request, "Marker"], output_token = ["NextToken", "Marker"], builder)]
    async fn list(&self, request: Builder) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
