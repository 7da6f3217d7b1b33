// The input token is a list, but the output token is a string.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    next_token: Vec<String>,
}

struct Output {
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
