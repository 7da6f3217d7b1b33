// The request does not implement `Clone`.
use paginated::paginate;
use paginated_tests::sessions::Error;

struct Input {
    next_token: Option<String>,
}

struct Output {
    names: Vec<String>,
    next_token: Option<String>,
}

async fn list(_: Input) -> Result<Output, Error> {
    Err(Error)
}

fn main() {
    let input = Input { next_token: None };
    let _ = paginate!(input => |request| list(request), input_token = "NextToken", result_key = "Names");
}
