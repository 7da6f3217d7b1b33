// The option names an input token.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    after: Option<String>,
    pit_id: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    after: Option<String>,
    pit_id: Option<String>,
}

trait Client {
    #[paginated(input_token = ["After", "PitId"], result_key = "Sessions", carried_token = |page| page.pit_id.clone())]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
