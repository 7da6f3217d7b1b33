// The closure does not say which parameter it changes.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Filter {
    offset: u64,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

#[derive(Clone)]
struct Scope;

trait Client {
    #[paginated(offset = |request, offset| request.offset = offset, result_key = "sessions")]
    async fn list(&self, scope: Scope, filter: Filter) -> Result<Output, Error>;
}

fn main() {}
