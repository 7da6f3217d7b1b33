// The setter of the page size takes a type of its own.
use paginated::paginate;
use paginated_tests::sessions::Error;

struct Limit(u8);

#[derive(Clone)]
struct ListBuilder;

impl ListBuilder {
    fn set_next_token(self, _: Option<String>) -> Self {
        self
    }

    fn set_limit(self, _: Limit) -> Self {
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
    let _ = paginate!(ListBuilder => |request| request.send(), input_token = "NextToken", limit_key = "Limit", builder);
}
