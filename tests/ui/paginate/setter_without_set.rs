// The setter is called `next_token`, not `set_next_token`.
use paginated::paginate;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct ListBuilder;

impl ListBuilder {
    fn next_token(self, _: String) -> Self {
        self
    }

    async fn send(self) -> Result<Output, Error> {
        Err(Error)
    }
}

struct Output {
    next_token: Option<String>,
}

fn main() {
    let _ = paginate!(ListBuilder => |request| request.send(), input_token = "NextToken", builder);
}
