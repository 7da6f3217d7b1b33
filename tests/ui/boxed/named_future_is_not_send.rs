// The box is `Send`, and the named future is not.
use std::future::Future;
use std::pin::Pin;

use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    token: Option<String>,
}

type ListFut<'a> = Pin<Box<dyn Future<Output = Result<Output, Error>> + 'a>>;

trait Client {
    #[paginated(input_token = "token", result_key = "sessions", boxed)]
    fn list(&self, input: Input) -> ListFut<'_>;
}

fn main() {}
