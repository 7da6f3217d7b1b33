// The number of items in the page is not the number of all items.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: u32,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    number_of_elements: u64,
}

trait Client {
    #[paginated(page_number = "page", start = 1, total_items = "numberOfElements", result_key = "sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
