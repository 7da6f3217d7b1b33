// A field of the result key has a narrower visibility than its struct.
use paginated::{Page, paginated};
use paginated_tests::sessions::{DescribeSessionsInput, Error, Session};

pub struct Data {
    pub sessions: Vec<Session>,
}

#[derive(Page)]
pub struct Output {
    pub(crate) data: Data,
    pub next_token: Option<String>,
}

#[paginated(input_token = "NextToken", result_key = "Data.Sessions")]
async fn list(_: DescribeSessionsInput) -> Result<Output, Error> {
    Err(Error)
}

fn main() {}
