// An integer parameter without an output token may be an offset.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    offset: u64,
}

trait Client {
    #[paginated(input_token = offset, result_key = "sessions")]
    async fn list(&self, offset: u64) -> Result<Output, Error>;
}

fn main() {}
