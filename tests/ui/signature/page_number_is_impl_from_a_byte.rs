// The type of the page number is an `impl Trait` that is not made of a `u32`.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

trait Client {
    #[paginated(page_number = page, start = 1, result_key = "sessions")]
    async fn list(&self, page: impl From<u8> + Clone) -> Result<Output, Error>;
}

fn main() {}
