// The generic setter may fail.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct ListBuilder;

impl ListBuilder {
    fn set_next_token(self, _: impl Into<String>) -> Result<Self, Error> {
        Ok(self)
    }

    async fn send(self) -> Result<Output, Error> {
        Err(Error)
    }
}

struct Output {
    next_token: Option<String>,
}

#[paginated(input_token = "NextToken", builder)]
async fn list(request: ListBuilder) -> Result<Output, Error> {
    request.send().await
}

fn main() {}
