// One of several tokens may be absent.
use paginated::{Page, paginated};
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    marker: Option<String>,
    version_marker: Option<String>,
}

#[derive(Page)]
struct Output {
    sessions: Vec<Session>,
    marker: Option<String>,
    version_marker: Option<String>,
}

trait Client {
    #[paginated(input_token = [|input, token: String| input.marker = Some(token), "VersionMarker"], output_token = ["Marker", "VersionMarker"], result_key = "Sessions")]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
