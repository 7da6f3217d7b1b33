// A struct in the path to the input token does not implement `Default`.
use paginated::paginated;
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: Option<PageRequest>,
}

#[derive(Clone)]
struct PageRequest {
    token: Option<String>,
    size: u32,
}

struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "Page.Token", output_token = "NextToken")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
