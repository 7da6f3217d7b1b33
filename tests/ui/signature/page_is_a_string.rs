// The response is a string, which has no fields.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, input: Input) -> Result<String, Error>;
}

fn main() {}
