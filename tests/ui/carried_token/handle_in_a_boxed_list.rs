// A boxed list has a resume token, which a handle cannot have.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};
use std::pin::Pin;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client: Sync {
    #[paginated(input_token = "NextToken", result_key = "Sessions", carried_token = "NextToken", end_on = "empty_page")]
    fn list<'a>(&'a self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Error>> + Send + 'a>>;
}

fn main() {}
