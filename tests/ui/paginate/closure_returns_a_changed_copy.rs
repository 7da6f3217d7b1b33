// The closure for the page number returns a changed copy of the request.
use paginated::{Page, paginate};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    page: u64,
    limit: u64,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
}

async fn list(_: Input) -> Result<Output, Error> {
    unimplemented!()
}

fn main() {
    let sessions = paginate!(
        Input { page: 1, limit: 5 } => |request| list(request),
        page_number = |request, page| Input { page, ..request.clone() }, start = 1, result_key = "sessions",
    );
}
