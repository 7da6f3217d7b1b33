// The option `builder` is set, but the request has fields and no setters.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    stack_name: String,
    next_token: Option<String>,
    limit: Option<i32>,
}

struct Output {
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", builder)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
