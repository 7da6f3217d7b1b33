// A token is not a list.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    tokens: Vec<String>,
}

#[derive(Page)]
struct Output {
    edges: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "tokens[]", output_token = "NextToken", result_key = "edges")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
