// The setter does not take an `Option`, so it cannot reset the field.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
    limit: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

impl Input {
    fn set_next_token(self, _: Option<String>) -> Self {
        self
    }

    fn set_filter(self, _: String) -> Self {
        self
    }
}

trait Client {
    #[paginated(input_token = set_next_token, first_page_only = set_filter, result_key = "sessions", builder)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
