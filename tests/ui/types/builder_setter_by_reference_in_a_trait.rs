// The attribute is in a trait, and the setter takes the builder by reference.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct ListBuilder;

impl ListBuilder {
    fn next_token(&mut self, _: String) -> &mut Self {
        self
    }
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions", builder)]
    async fn list(&self, request: ListBuilder) -> Result<Output, Error>;
}

fn main() {}
