// A default does not fit a method.
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

#[paginated(input_token = "token", result_key = "names")]
trait Client {
    #[paginated]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
