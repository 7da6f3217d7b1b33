// The option of `#[page]` does not exist.
use paginated::Page;
use paginated_tests::sessions::Session;

#[derive(Page)]
#[page(items = sessions)]
pub struct Output {
    pub sessions: Vec<Session>,
}

fn main() {}
