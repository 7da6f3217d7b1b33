// The indexed field is not a list.
use paginated::paginated;
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    stack_name: String,
    next_token: Option<String>,
    limit: Option<i32>,
}

struct Output {
    session: Session,
}

trait Client {
    #[paginated(input_token = "NextToken", output_token = "Session[-1].Id")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
