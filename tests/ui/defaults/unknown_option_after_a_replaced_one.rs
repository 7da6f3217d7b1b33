// An option of the defaults is misspelled, and the method replaces the option before it.
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

#[paginated(input_token = "token", result_key = |page| Some(&mut page.items), end_onn = "empty_page")]
trait Client {
    #[paginated(result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
