// An index and `[]` cannot be combined.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    groups: Vec<Group>,
    next_token: Option<String>,
}

#[derive(Page)]
struct Group {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "groups[0].sessions[]")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
