// The derive macro `Page` is not imported.
use paginated_tests::sessions::Session;

#[derive(Page)]
pub struct Output {
    pub sessions: Vec<Session>,
}

fn main() {}
