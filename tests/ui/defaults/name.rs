// All methods of a trait would have a paginator of the same name.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    token: Option<String>,
}

#[paginated(input_token = "token", name = all)]
trait Client {
    #[paginated(result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
