// `@` is not in quotes.
use paginated::paginated;
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: Option<u32>,
}

trait Client {
    #[paginated(page_number = "page", start = 1, result_key = @)]
    async fn list(&self, input: Input) -> Result<Vec<Session>, Error>;
}

fn main() {}
