// An integer token of a builder may be an offset.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    offset: i64,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    offset: i64,
}

impl Input {
    fn offset(mut self, offset: i64) -> Self {
        self.offset = offset;
        self
    }
}

trait Client {
    #[paginated(input_token = "offset", result_key = "sessions", builder)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
