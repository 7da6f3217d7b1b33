// The name of the option is misspelled.
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
    #[paginated(input_token = ["After", "PitId"], result_key = "Sessions", carry_token = "PitId")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
