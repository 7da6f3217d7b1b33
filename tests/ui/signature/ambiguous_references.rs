// Each of two references can be the request, and none has the name or the type of a client.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

struct Sdk;

struct Filter {
    next_token: Option<String>,
}

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn list(sdk: &Sdk, filter: &Filter) -> Result<DescribeSessionsOutput, Error> {
    let _ = (sdk, filter);
    Err(Error)
}

fn main() {}
