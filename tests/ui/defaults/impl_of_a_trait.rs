// The defaults are on the impl of a trait.
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

trait Client {
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

struct Http;

#[paginated(input_token = "token")]
impl Client for Http {
    #[paginated(result_key = "sessions")]
    async fn list(&self, _: Input) -> Result<Output, Error> {
        loop {}
    }
}

fn main() {}
