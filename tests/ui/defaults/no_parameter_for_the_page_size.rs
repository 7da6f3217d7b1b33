// A method does not have the parameter for the page size of the defaults.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

#[paginated(input_token = next_token, limit_key = limit, result_key = "Sessions")]
trait Client {
    #[paginated]
    async fn list(&self, stack: &str, next_token: Option<String>) -> Result<Output, Error>;
}

fn main() {}
