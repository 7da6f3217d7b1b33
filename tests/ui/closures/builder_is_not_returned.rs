// The closure does not return the builder.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    offset: u64,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

impl Input {
    fn offset(mut self, offset: u64) -> Self {
        self.offset = offset;
        self
    }
}

trait Client {
    #[paginated(offset = |builder, offset| drop(builder.offset(offset)), result_key = "sessions", builder)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
