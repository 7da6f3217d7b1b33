// The closure returns a copy of the list.
use paginated::{Page, paginated};
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    names: Vec<String>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = |page| Some(page.names.clone()), item = String)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
