// The request is a reference to a list of pairs, so that a closure which adds a pair would add one for each page.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

#[paginated(page_number = "page", start = 1, result_key = "sessions")]
async fn list(query: &Vec<(String, String)>) -> Result<Output, Error> {
    let _ = query;
    Err(Error)
}

fn main() {}
