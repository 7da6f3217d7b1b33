// The closure returns a number.
use paginated::{Page, paginated};
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

#[derive(Page)]
struct Output {
    count: u32,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = |page| Some(&mut page.count), item = u32)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
