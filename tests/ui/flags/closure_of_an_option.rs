// The closure returns an `Option` that is not a flag.
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
    next: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions", more_results = |page| page.next.as_ref())]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
