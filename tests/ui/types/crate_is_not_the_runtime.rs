// The path of the option `crate` is not the runtime crate.
use paginated::paginated;
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    stack_name: String,
    next_token: Option<String>,
    limit: Option<i32>,
}

struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

mod my_runtime {}

trait Client {
    #[paginated(crate = my_runtime, input_token = "NextToken")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
