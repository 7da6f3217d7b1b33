// An `async move` block moves the client, which each call needs.
use paginated::paginate;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    token: Option<String>,
}

struct Output {
    token: Option<String>,
}

struct Client;

impl Client {
    async fn list(&self, _: &Input) -> Result<Output, Error> {
        Err(Error)
    }
}

fn list(client: Client, input: Input) {
    let _ = paginate!(input => |input| async move { client.list(&input).await }, input_token = "token");
}

fn main() {}
