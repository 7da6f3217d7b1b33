// The token does not implement `Clone`.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(PartialEq)]
struct Token(String);

struct Input {
    next_token: Option<Token>,
}

struct Output {
    next_token: Option<Token>,
}

trait Client {
    #[paginated(input_token = "NextToken", token_with = false)]
    async fn list(&self, input: &Input) -> Result<Output, Error>;
}

fn main() {}
