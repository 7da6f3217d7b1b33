// The type of the page is `impl Page`, but `Page` is a derive macro and not a trait.
use paginated::{Page, paginated};
use paginated_tests::sessions::{DescribeSessionsInput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<impl Page, Error>;
}

fn main() {}
