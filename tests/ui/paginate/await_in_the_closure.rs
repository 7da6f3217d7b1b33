// The closure awaits the response, and is not async.
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
    let _ = paginate!(Input::default() => |request| list(request).await, input_token = "token");
}
