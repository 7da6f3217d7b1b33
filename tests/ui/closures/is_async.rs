// A closure for a key is async.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
    limit: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "sessions", output_token = async |page| page.next_token.clone())]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
