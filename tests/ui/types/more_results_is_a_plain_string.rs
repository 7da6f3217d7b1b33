// `more_results` names a `String`, which is neither a flag nor an `Option`.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    stack_name: String,
    next_token: Option<String>,
    limit: Option<i32>,
}

struct Output {
    is_truncated: String,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", more_results = "IsTruncated")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
