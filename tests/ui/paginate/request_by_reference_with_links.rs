// The request is a reference, and its page size is set.
use paginated::{Page, paginate};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone, Default)]
struct Input {
    next_token: Option<String>,
    limit: Option<u32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

async fn list(_: &Input) -> Result<Output, Error> {
    loop {}
}

async fn next(_: String) -> Result<Output, Error> {
    loop {}
}

fn main() {
    let input = Input::default();
    let _ = paginate!(
        &input => |request| list(request),
        next_link = "next_token",
        next_method = |link| next(link),
        limit_key = "limit",
        result_key = "sessions"
    );
}
