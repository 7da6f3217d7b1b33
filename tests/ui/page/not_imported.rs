// The derive is imported by its name.
use paginated_tests::sessions::Session;

#[derive(Page)]
pub struct Output {
    pub sessions: Vec<Session>,
}

fn main() {}
