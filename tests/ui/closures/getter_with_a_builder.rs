// The token is a getter of the page, which returns a reference, and the request is a builder.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct ListBuilder;

impl ListBuilder {
    fn set_token(self, _: Option<String>) -> Self {
        self
    }
}

struct Output(Option<String>);

impl Output {
    fn token(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

#[paginated(input_token = "Token", output_token = |page| page.token(), builder)]
async fn list(_: ListBuilder) -> Result<Output, Error> {
    Err(Error)
}

fn main() {}
