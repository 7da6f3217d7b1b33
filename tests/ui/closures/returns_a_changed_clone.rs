// The setters of the builder are called on a clone, and `builder` is missing.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: u64,
}

impl Input {
    fn page(mut self, page: u64) -> Self {
        self.page = page;
        self
    }
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(page_number = |request, page| request.clone().page(page), start = 1, result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
