// The page size and the token are written to one field of a builder, and one of the keys is the setter.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Builder;

impl Builder {
    fn set_next_token(self, _: Option<String>) -> Self {
        self
    }
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", limit_key = set_next_token, result_key = "Sessions", builder)]
    async fn list(&self, input: Builder) -> Result<Output, Error>;
}

fn main() {}
