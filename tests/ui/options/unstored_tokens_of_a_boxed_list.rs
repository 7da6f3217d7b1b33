// A boxed list has a resume token, which stores the token.
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
    #[paginated(input_token = "NextToken", result_key = "Sessions", token_with = false)]
    fn list<'a>(&'a self, input: Input) -> Pin<Box<dyn Future<Output = Result<Output, Error>> + Send + 'a>>;
}

fn main() {}
