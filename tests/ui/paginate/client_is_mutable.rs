// The call borrows the client mutably.
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

struct Client;

impl Client {
    async fn list(&mut self, _: Input) -> Result<Output, Error> {
        loop {}
    }
}

fn list(client: &mut Client) {
    let _ = paginate!(Input::default() => |input| client.list(input), input_token = "token", result_key = "names");
}

fn main() {}
