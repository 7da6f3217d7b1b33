// The same parameter is a token and a builder.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

#[derive(Clone)]
struct Builder;

trait Client {
    #[paginated(input_token = [request, "Marker"], output_token = ["NextToken", "Marker"], builder)]
    async fn list(&self, request: Builder) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
