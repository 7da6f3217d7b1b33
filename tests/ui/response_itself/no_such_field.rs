// The elements of the response have no such field.
use paginated::paginated;
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    after: Option<String>,
}

trait Client {
    #[paginated(input_token = "after", output_token = "[-1].name", result_key = "@")]
    async fn list(&self, input: Input) -> Result<Vec<Session>, Error>;
}

fn main() {}
