// The field has no default.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
    filter: Filter,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

#[derive(Clone)]
enum Filter {
    All,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions", first_page_only = ["filter"])]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
