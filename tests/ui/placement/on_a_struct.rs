// The attribute belongs on what asks for a page, not on what a page is.
use paginated::paginated;

#[paginated(input_token = "NextToken")]
pub struct DescribeSessionsOutput {
    pub next_token: Option<String>,
}

fn main() {}
