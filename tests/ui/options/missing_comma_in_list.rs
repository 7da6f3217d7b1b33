// A comma is missing between two keys.
use paginated::{Page, paginated};
use paginated_tests::sessions::{DescribeSessionsInput, Error, Session};

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

trait AppStream {
    #[paginated(input_token = ["Marker", "VersionIdMarker"], output_token = ["NextMarker" "NextVersionIdMarker"])]
    async fn describe_sessions(&self, input: DescribeSessionsInput) -> Result<Output, Error>;
}

fn main() {}
