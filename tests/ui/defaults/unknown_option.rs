// An option of the defaults is misspelled.
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

#[paginated(input_tokn = "token", result_key = "sessions")]
trait Client {
    #[paginated]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
