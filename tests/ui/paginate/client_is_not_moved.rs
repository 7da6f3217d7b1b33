// The paginator borrows a client that is a local variable.
use paginated::paginate;
use paginated_tests::sessions::Error;

#[derive(Clone, Default)]
struct Input {
    token: Option<String>,
}

struct Output {
    names: Vec<String>,
    token: Option<String>,
}

async fn list(_: Input) -> Result<Output, Error> {
    loop {}
}

struct Client;

impl Client {
    async fn list(&self, input: Input) -> Result<Output, Error> {
        list(input).await
    }
}

fn pages() -> paginated::Pages<impl paginated::Operation> {
    let client = Client;
    paginate!(Input::default() => |request| client.list(request), input_token = "token").pages()
}

fn main() {}
