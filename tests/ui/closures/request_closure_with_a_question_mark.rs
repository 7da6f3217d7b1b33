// The closure returns early, as if the list stopped.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    offset: u32,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(
        offset = |request, offset| {
            request.offset = u32::try_from(offset).ok()?;
            Some(())
        },
        result_key = "sessions",
    )]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
