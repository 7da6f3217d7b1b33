// The call is async.
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
    let _ = paginate!(Input::default() => |input| list(input), input_token = "token", result_key = "names", blocking);
}
