// The builder has no such setter.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    offset: u64,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

impl Input {
    fn offset(mut self, offset: u64) -> Self {
        self.offset = offset;
        self
    }
}

trait Client {
    #[paginated(offset = "offset", result_key = "sessions", first_page_only = ["filter"], builder)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
