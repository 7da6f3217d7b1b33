// The first alternative is a field of an item, and the second one a field of the list.
use paginated::paginated;
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    after: Option<String>,
}

trait Client {
    #[paginated(input_token = "after", output_token = "[-1].id || Paging.Next", result_key = "@")]
    async fn list(&self, input: Input) -> Result<Vec<Session>, Error>;
}

fn main() {}
