// The echo is a newtype over a `String`.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    number: Number,
}

struct Number(String);

trait Client {
    #[paginated(page_number = "page", start = 1, result_key = "sessions", echo = "number")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
