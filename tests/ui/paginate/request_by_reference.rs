// The request is passed by reference.
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
    let input = Input::default();
    let _ = paginate!(&input => |input| list(input.clone()), input_token = "token");
}
