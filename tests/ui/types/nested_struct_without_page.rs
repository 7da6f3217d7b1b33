// A struct in the path to the items does not derive `Page`.
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

struct List {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "List.Sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
