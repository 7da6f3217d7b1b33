// One element is not a list.
use paginated::paginated;
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: Option<u32>,
}

trait Client {
    #[paginated(page_number = "page", start = 1, result_key = "[-1]")]
    async fn list(&self, input: Input) -> Result<Vec<Session>, Error>;
}

fn main() {}
