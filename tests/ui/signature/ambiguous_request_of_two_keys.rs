// Either of two parameters could be the request, in which two keys are. The client is neither.
use paginated::paginated;
use paginated_tests::sessions::{Client, DescribeSessionsOutput, Error};

struct Tenant;

#[derive(Clone)]
struct Filter {
    next_token: Option<String>,
    limit: Option<u32>,
}

#[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
async fn describe_sessions(client: &Client, tenant: Tenant, filter: Filter) -> Result<DescribeSessionsOutput, Error> {
    let _ = (client, tenant, filter);
    Err(Error)
}

fn main() {}
