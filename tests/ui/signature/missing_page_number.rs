// The method has no parameter for the number of the page.
use paginated::paginated;
use paginated_tests::sessions::{DescribeSessionsOutput, Error};

trait AppStream {
    #[paginated(page_number = "page", start = 1, result_key = "Sessions")]
    async fn describe_sessions(&self) -> Result<DescribeSessionsOutput, Error>;
}

fn main() {}
