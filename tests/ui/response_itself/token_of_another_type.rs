// The last element is not a token of the request.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    after: Option<String>,
}

trait Client {
    #[paginated(input_token = "after", output_token = "[-1]", result_key = "@")]
    async fn list(&self, input: Input) -> Result<Vec<u32>, Error>;
}

fn main() {}
