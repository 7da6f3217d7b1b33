// The result key is a private field of another module.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    stack_name: String,
    next_token: Option<String>,
    limit: Option<i32>,
}

use page::Output;

mod page {
    use paginated_tests::sessions::Session;

    #[derive(paginated::Page)]
    pub struct Output {
        sessions: Vec<Session>,
        pub next_token: Option<String>,
    }
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
