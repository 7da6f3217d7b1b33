// The method borrows the client mutably and takes a request that does not implement `Clone`.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

struct Input {
    next_token: Option<String>,
    limit: Option<i32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", limit_key = "Limit", result_key = "Sessions")]
    async fn list(&mut self, input: Input) -> Result<Output, Error>;
}

fn main() {}
