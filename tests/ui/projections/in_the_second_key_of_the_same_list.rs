// The first key names the list itself, and only the first one opens lists.
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
    items: Vec<Session>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = ["groups", "groups[].items"])]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
