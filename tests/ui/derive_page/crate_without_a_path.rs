// The option `crate` has no path.
use paginated::Page;
use paginated_tests::sessions::Session;

#[derive(Page)]
#[page(crate)]
pub struct Output {
    pub sessions: Vec<Session>,
}

fn main() {}
