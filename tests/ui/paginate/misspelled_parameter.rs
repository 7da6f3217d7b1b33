// The name of the parameter is misspelled.
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

async fn list(_: &str, _: Option<String>) -> Result<Output, Error> {
    loop {}
}

fn main() {
    let _ = paginate!(("prefix", None) => |(prefix, cursor)| list(prefix, cursor), input_token = curser, output_token = "token");
}
