// The first page number is written instead of the field.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(page_number = 1, result_key = "sessions", start = 1)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
