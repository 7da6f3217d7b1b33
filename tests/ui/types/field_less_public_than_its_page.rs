// The type of a field that is less public than its page may be private, and is not told.
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
