// The output token is a number, but the input token is a string.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    stack_name: String,
    next_token: Option<String>,
    limit: Option<i32>,
}

struct Output {
    next_token: Option<i64>,
}

trait Client {
    #[paginated(input_token = "NextToken")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
