// The option of `#[page]` is written twice.
use paginated::Page;
use paginated_tests::sessions::Session;

#[derive(Page)]
#[page(crate = ::paginated, crate = ::paginated)]
pub struct Output {
    pub sessions: Vec<Session>,
}

fn main() {}
