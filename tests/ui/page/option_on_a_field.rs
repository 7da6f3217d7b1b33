// The keys are named by the attribute on the method, and not on the fields.
use paginated::Page;
use paginated_tests::sessions::Session;

#[derive(Page)]
pub struct Output {
    #[page(items)]
    pub sessions: Vec<Session>,
}

fn main() {}
