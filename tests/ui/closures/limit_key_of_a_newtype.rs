// The closure takes a newtype of an integer.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Limit(u32);

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
    limit: Limit,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions", limit_key = |input, limit: Limit| input.limit = limit)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
