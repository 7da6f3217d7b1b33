// The total is a struct.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    offset: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    total: Total,
}

struct Total {
    value: u64,
}

trait Client {
    #[paginated(offset = "offset", result_key = "sessions", total_items = "total")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
