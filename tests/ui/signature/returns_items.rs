// The method returns what the attribute generates.
use paginated::{Items, Page, paginated};
use paginated_tests::sessions::Session;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    fn list(&self, input: Input) -> Items<Session>;
}

fn main() {}
