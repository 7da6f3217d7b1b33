// The closure for a link awaits the response, and is not async.
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

async fn list(_: Input) -> Result<Output, Error> {
    loop {}
}

async fn next(_: String) -> Result<Output, Error> {
    loop {}
}

fn main() {
    let _ = paginate!(
        Input::default() => |request| list(request),
        next_link = "next_token",
        next_method = |link| { let page = next(link).await; page },
        result_key = "sessions"
    );
}
