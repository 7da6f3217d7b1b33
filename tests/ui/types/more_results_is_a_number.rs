// The field of `more_results` is a number.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    stack_name: String,
    next_token: Option<String>,
    limit: Option<i32>,
}

struct Output {
    count: i32,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", more_results = "Count")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
