// The attribute has the option `builder`, and its only key is a parameter.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait AppStream {
    #[paginated(input_token = next_token, result_key = "Sessions", builder)]
    async fn describe_sessions(&self, next_token: Option<String>) -> Result<Output, Error>;
}

fn main() {}
