// The setter takes a `bool`.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: bool,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

impl Input {
    fn page(mut self, page: bool) -> Self {
        self.page = page;
        self
    }
}

trait Client {
    #[paginated(page_number = "page", start = 1, result_key = "sessions", builder)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
