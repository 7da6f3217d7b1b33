// `Page` is derived for an enum.
use paginated::Page;
use paginated_tests::sessions::Session;

#[derive(Page)]
pub enum Output {
    Sessions(Vec<Session>),
    Nothing,
}

fn main() {}
