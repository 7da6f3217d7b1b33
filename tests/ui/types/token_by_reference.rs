// A token is kept between two pages, so the request's is as owned as the page's: `Option<String>`, and not
// `Option<&str>`.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
    limit: Option<i32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

struct Client;

impl Client {
    #[paginated(input_token = "next_token", output_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, next_token: Option<&str>) -> Result<Output, Error> {
        Err(Error)
    }
}

fn main() {}
