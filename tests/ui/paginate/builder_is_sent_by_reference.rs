// The call borrows the builder, which the closure owns.
use paginated::paginate;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct ListBuilder;

impl ListBuilder {
    fn set_next_token(self, _: Option<String>) -> Self {
        self
    }

    async fn send(&self, _: &Client) -> Result<Output, Error> {
        Err(Error)
    }
}

struct Output {
    next_token: Option<String>,
}

struct Client;

fn list(client: &Client) {
    let _ = paginate!(ListBuilder => |request| request.send(client), input_token = "NextToken", builder);
}

fn main() {}
