// The caller chooses the type of the token, and the macro cannot create a value of it.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = next_token, result_key = "sessions")]
    async fn list(&self, next_token: Option<impl ToString>) -> Result<Output, Error>;
}

fn main() {}
