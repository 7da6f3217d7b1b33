// The value of `item` is `str`, but the items are of type `String`.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

struct Output {
    names: Vec<String>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Names", item = str)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
