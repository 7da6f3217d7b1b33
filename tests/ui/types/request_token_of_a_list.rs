// What the page brings has the type that the request takes, also where that is no `Option`.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    next_token: Vec<String>,
}

struct Output {
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
