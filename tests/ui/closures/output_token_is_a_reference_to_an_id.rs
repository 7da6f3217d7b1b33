// The closure returns a reference to the identifier of the last item.
use paginated::{Page, paginated};
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Item>,
    next_token: Option<String>,
}

struct Item {
    id: String,
}

trait Client {
    #[paginated(input_token = "NextToken", output_token = |page| page.sessions.last().map(|item| &item.id), result_key = "Sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
