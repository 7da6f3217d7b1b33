// The page is a slice.
use paginated::paginated;
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: u32,
}

trait Client {
    #[paginated(page_number = "page", start = 1, result_key = "@")]
    async fn list(&self, input: Input) -> Result<[Session], Error>;
}

fn main() {}
