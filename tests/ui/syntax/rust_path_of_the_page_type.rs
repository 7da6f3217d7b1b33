// The Rust path of a field begins with the type of the page.
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
    #[paginated(input_token = "NextToken", output_token = "Output::next_token")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
