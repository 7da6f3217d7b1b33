// `items` is called on the annotated method instead of the paginator.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
    limit: Option<i32>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait Client {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

async fn first(client: &impl Client, input: Input) {
    let mut sessions = client.list(input).items();
    let _ = sessions.next().await;
}

fn main() {}
