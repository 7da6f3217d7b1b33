// `#[page]` has one option.
use paginated::Page;
use paginated_tests::sessions::Session;

#[derive(Page)]
#[page(items = sessions)]
pub struct Output {
    pub sessions: Vec<Session>,
}

fn main() {}
