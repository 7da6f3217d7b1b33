// The list is in a struct in the tuple, after a number.
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
    #[paginated(input_token = "NextToken", output_token = 1.next_token, result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<(u16, Output), Error>;
}

fn main() {}
