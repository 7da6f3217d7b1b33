// Either of two parameters could be the request.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsInput, DescribeSessionsOutput, Error};

struct Tenant;

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(
        &self,
        tenant: Tenant,
        sessions: DescribeSessionsInput,
    ) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
