// The number is a constant.
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

const FIRST: u64 = 1;

trait Client {
    #[paginated(page_number = "page", start = FIRST, result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
