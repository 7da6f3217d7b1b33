// The request is a builder, but the option `builder` is not set.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
    limit: Option<i32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

#[derive(Clone, Default)]
struct Builder(Option<String>);

impl Builder {
    fn set_next_token(mut self, token: Option<String>) -> Self {
        self.0 = token;
        self
    }
}

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn list(request: Builder) -> Result<Output, Error> {
    Err(Error)
}

fn main() {}
