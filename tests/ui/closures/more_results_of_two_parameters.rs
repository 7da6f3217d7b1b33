// A closure for the page takes one parameter.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
    is_more: bool,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions", more_results = |page, flag| page.is_more)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
