// The alternatives of a token have different types.
use paginated::{Page, paginated};
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    next: Option<String>,
}

#[derive(Page)]
struct Output {
    users: Vec<User>,
    next: Option<String>,
}

struct User {
    id: u32,
}

#[paginated(input_token = "next", output_token = "next || users[-1].id", result_key = "users")]
async fn list(_: Input) -> Result<Output, Error> {
    loop {}
}

fn main() {}
