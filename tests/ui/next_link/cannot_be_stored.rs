// The link cannot be stored in a resume token.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    next: Option<Link>,
    sessions: Vec<Session>,
}

#[derive(Clone, PartialEq)]
struct Link;

trait Client {
    #[paginated(next_link = "next", next_method = list_next, result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
    async fn list_next(&self, link: Link) -> Result<Output, Error>;
}

fn main() {}
