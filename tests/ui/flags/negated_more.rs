// The flag is true while there are more pages, and is negated.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
    page_info: PageInfo,
}

struct PageInfo {
    has_next_page: bool,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions", more_results = "!pageInfo.hasNextPage")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
