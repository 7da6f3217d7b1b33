// The option `builder` is not set, and the setters have the names of the keys.
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
}

#[derive(Clone)]
struct ListFluentBuilder(Option<String>);

impl ListFluentBuilder {
    fn next_token(self, token: impl Into<String>) -> Self {
        Self(Some(token.into()))
    }
}

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn list(request: ListFluentBuilder) -> Result<Output, Error> {
    drop(request.next_token(""));
    Err(Error)
}

fn main() {}
