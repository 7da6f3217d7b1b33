// The setter of the page size converts to a type of its own.
use paginated::paginated;
use paginated_tests::sessions::Error;

struct Limit(u8);

#[derive(Clone)]
struct ListBuilder;

impl ListBuilder {
    fn set_next_token(self, _: impl Into<String>) -> Self {
        self
    }

    fn set_limit(self, _: impl Into<Limit>) -> Self {
        self
    }

    async fn send(self) -> Result<Output, Error> {
        Err(Error)
    }
}

struct Output {
    next_token: Option<String>,
}

#[paginated(input_token = "NextToken", limit_key = "Limit", builder)]
async fn list(request: ListBuilder) -> Result<Output, Error> {
    request.send().await
}

fn main() {}
