// The page is in a `Response` of tonic, which is imported.
use paginated::{Page, paginated};
use paginated_tests::sessions::{DescribeSessionsInput, Session};
use tonic::{Response, Status};

mod tonic {
    pub struct Response<T>(std::marker::PhantomData<T>);
    pub struct Status;
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<Response<Output>, Status>;
}

fn main() {}
