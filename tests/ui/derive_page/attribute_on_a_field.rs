// The attribute `#[page]` is on a field.
use paginated::Page;
use paginated_tests::sessions::Session;

#[derive(Page)]
pub struct Output {
    #[page(items)]
    pub sessions: Vec<Session>,
}

fn main() {}
