// The page is in a `tonic::Response`.
use paginated::{Page, paginated};
use paginated_tests::sessions::{DescribeSessionsInput, Session};

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
    #[paginated(input_token = "NextToken", result_key = "Sessions", item = Session)]
    async fn describe_sessions(
        &self,
        input: DescribeSessionsInput,
    ) -> Result<tonic::Response<Output>, tonic::Status>;
}

fn main() {}
