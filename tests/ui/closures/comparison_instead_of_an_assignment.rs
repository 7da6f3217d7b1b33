// The closure compares the field with the number.
#![deny(unused_must_use)]
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: u64,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(page_number = |request, page| request.page == page, start = 1, result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
