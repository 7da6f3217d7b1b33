// The fields of the page are private, and the page is not.
use paginated::paginated;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    token: Option<String>,
}

#[derive(paginated::Page)]
pub struct Output {
    list: List,
}

#[derive(paginated::Page)]
pub struct List {
    pub names: Vec<String>,
    pub token: Option<String>,
}

#[paginated(input_token = "token", output_token = "list.token", result_key = "list.names")]
async fn list(_: Input) -> Result<Output, Error> {
    Err(Error)
}

fn main() {}
