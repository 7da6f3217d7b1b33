// A request that is a struct with fields is no builder.
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
