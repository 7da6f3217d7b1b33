// The builder is a mutable reference.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Builder;

impl Builder {
    fn set_next_token(self, _token: Option<String>) -> Self {
        self
    }
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions", builder)]
    async fn list(&self, request: &mut Builder) -> Result<Output, Error>;
}

fn main() {}
