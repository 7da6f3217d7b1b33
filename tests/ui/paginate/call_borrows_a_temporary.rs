// The call borrows a handle that is a temporary value.
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

struct Sessions<'a>(&'a Client);

impl Client {
    fn sessions(&self) -> Sessions<'_> {
        Sessions(self)
    }
}

impl Sessions<'_> {
    async fn list(&self, _: Input) -> Result<Output, Error> {
        Err(Error)
    }
}

fn list(client: &Client, input: Input) {
    let _ = paginate!(input => |input| client.sessions().list(input), input_token = "token");
}

fn main() {}
