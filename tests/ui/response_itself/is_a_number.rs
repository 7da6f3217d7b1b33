// The response is a number.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    page: Option<u32>,
}

trait Client {
    #[paginated(page_number = "page", start = 1, result_key = "@")]
    async fn list(&self, input: Input) -> Result<u32, Error>;
}

fn main() {}
