// Either of two parameters could be the request.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

struct Tenant;

#[derive(Clone)]
struct Filter {
    next_token: Option<String>,
}

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(
        &self,
        tenant: Tenant,
        sessions: Filter,
    ) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
