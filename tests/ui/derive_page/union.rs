// `Page` is derived for a union.
use paginated::Page;

#[derive(Page)]
pub union Output {
    count: u32,
    total: i32,
}

fn main() {}
