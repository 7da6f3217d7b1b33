// `crate` is where the runtime is.
use paginated::Page;
use paginated_tests::sessions::Session;

#[derive(Page)]
#[page(crate)]
pub struct Output {
    pub sessions: Vec<Session>,
}

fn main() {}
