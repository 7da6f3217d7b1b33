// The token does not implement `PartialEq`.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Token(String);

#[derive(Clone)]
struct Input {
    next_token: Option<Token>,
}

struct Output {
    next_token: Option<Token>,
}

trait Client {
    #[paginated(input_token = "NextToken")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
