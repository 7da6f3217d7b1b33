// The closure returns a changed copy of the request.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: u64,
    limit: Option<usize>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(
        page_number = |request, page| Input { page, ..request.clone() },
        start = 1,
        limit_key = |request, limit| {
            let limit = Some(limit);
            Input { limit, ..request.clone() }
        },
        result_key = "sessions",
    )]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
