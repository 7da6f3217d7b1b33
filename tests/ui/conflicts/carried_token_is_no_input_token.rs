// The carried token is not an input token.
use paginated::{Page, paginated};
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    after: Option<String>,
    pit_id: Option<String>,
}

#[derive(Page)]
struct Output {
    after: Option<String>,
    pit_id: Option<String>,
}

trait Client {
    #[paginated(input_token = ["After", "PitId"], carried_token = "ScrollId")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
