// The result key is a name, but the page is a tuple struct.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    stack_name: String,
    next_token: Option<String>,
    limit: Option<i32>,
}

#[derive(Page)]
struct Output(Vec<Session>, Option<String>);

trait Client {
    #[paginated(input_token = "NextToken", output_token = 1, result_key = "Sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
