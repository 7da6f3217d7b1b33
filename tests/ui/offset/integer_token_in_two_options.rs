// An integer in a box without an output token may be an offset.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    start_at: Option<Option<u32>>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    start_at: Option<Option<u32>>,
}

trait Client {
    #[paginated(input_token = "startAt", result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
