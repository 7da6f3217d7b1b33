// The second `[]` opens a list, and the field is a struct.
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
    sessions: Session,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "groups[].sessions[]")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
