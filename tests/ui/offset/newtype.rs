// A newtype cannot be made from a number.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    offset: Offset,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

#[derive(Clone)]
struct Offset(u32);

trait Client {
    #[paginated(offset = "offset", result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
