// The output token names the last item instead of its identifier.
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
    #[paginated(input_token = "NextToken", output_token = "Sessions[-1]", result_key = "Sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
