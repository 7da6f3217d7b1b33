// The request is a builder whose name does not say so, and the option `builder` is not set.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

#[derive(Clone)]
struct ListRequest(Option<String>);

impl ListRequest {
    fn set_next_token(mut self, token: Option<String>) -> Self {
        self.0 = token;
        self
    }

    async fn send(self) -> Result<Output, Error> {
        Err(Error)
    }
}

#[paginated(input_token = "NextToken", result_key = "Sessions")]
async fn list(request: ListRequest) -> Result<Output, Error> {
    request.send().await
}

fn main() {}
