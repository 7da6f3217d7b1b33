// The closure takes the request and the link.
use paginated::paginate;
use paginated_tests::sessions::Error;

#[derive(Clone, Default)]
struct Input {
    limit: Option<u32>,
}

struct Output {
    names: Vec<String>,
    next: Option<String>,
}

async fn list(_: Input) -> Result<Output, Error> {
    loop {}
}

async fn follow(_: String) -> Result<Output, Error> {
    loop {}
}

fn main() {
    let _ = paginate!(Input::default() => |request| list(request), next_link = "next", next_method = |_request, link| follow(link));
}
