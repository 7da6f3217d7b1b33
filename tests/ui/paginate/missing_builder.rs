// The request is a builder, but the option `builder` is not set.
use paginated::paginate;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct ListBuilder(Option<String>);

impl ListBuilder {
    fn next_token(mut self, token: String) -> Self {
        self.0 = Some(token);
        self
    }

    async fn send(self) -> Result<Output, Error> {
        Err(Error)
    }
}

struct Output {
    names: Vec<String>,
    next_token: Option<String>,
}

fn main() {
    let request = ListBuilder(None);
    let _ = paginate!(request => |request| request.send(), input_token = "NextToken", result_key = "Names");
}
