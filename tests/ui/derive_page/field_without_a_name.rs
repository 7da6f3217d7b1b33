// A field has the name `_`.
use paginated::Page;

#[derive(Page)]
pub struct Output {
    pub _: Vec<u8>,
    pub token: Option<String>,
}

fn main() {}
