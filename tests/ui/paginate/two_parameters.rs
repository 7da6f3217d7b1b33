// The call takes the parts of the request one by one.
use paginated::paginate;
use paginated_tests::sessions::Error;

#[derive(Clone, Default)]
struct Input {
    token: Option<String>,
}

struct Output {
    names: Vec<String>,
    token: Option<String>,
}

async fn list(_: Input) -> Result<Output, Error> {
    loop {}
}

fn main() {
    let _ = paginate!((Input::default(), 1) => |request, _page| list(request), input_token = "token");
}
