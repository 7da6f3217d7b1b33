// The builder has no such setter.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    skip: u64,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

impl Input {
    fn skip(mut self, skip: u64) -> Self {
        self.skip = skip;
        self
    }
}

trait Client {
    #[paginated(offset = "offset", result_key = "sessions", builder)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
