// The step that names no field is marked, and the type that lacks it is named.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    stack_name: String,
    next_token: Option<String>,
    limit: Option<i32>,
}

#[derive(Page)]
struct Output {
    list: Option<List>,
    next_token: Option<String>,
}

#[derive(Page)]
struct List {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "List.Session")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
