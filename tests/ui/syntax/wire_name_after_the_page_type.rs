// The type of the page precedes a wire name.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", output_token = "Output::NextToken")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
