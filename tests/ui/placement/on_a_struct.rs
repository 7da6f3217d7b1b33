// The attribute is on a struct.
use paginated::paginated;

#[paginated(input_token = "NextToken")]
pub struct DescribeSessionsOutput {
    pub next_token: Option<String>,
}

fn main() {}
