// No element of the tuple has items.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", output_token = 1, result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<(u16, Option<String>), Error>;
}

fn main() {}
