// The builder does not implement `Clone`.
use paginated::paginated;
use paginated_tests::sessions::Error;

struct ListBuilder;

impl ListBuilder {
    fn set_next_token(self, _: Option<String>) -> Self {
        self
    }

    fn set_limit(self, _: Option<i32>) -> Self {
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
