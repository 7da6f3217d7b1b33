// `Page` is derived, and no trait: the fields of the page are read, so its type has a name.
use paginated::{Page, paginated};
use paginated_tests::sessions::{DescribeSessionsInput, Error};

trait AppStream {
    #[paginated(input_token = "NextToken", result_key = "Sessions")]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<impl Page, Error>;
}

fn main() {}
