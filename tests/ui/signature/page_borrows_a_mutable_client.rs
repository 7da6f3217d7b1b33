// The page borrows from `&mut self`.
use paginated::{Page, paginated};
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct Input {
    token: Option<String>,
}

#[derive(Page)]
struct Output<'a> {
    names: Vec<&'a str>,
    token: Option<String>,
}

struct Client {
    buffer: String,
}

impl Client {
    #[paginated(input_token = "token", result_key = "names")]
    fn list(&mut self, _: Input) -> Result<Output<'_>, Error> {
        Ok(Output { names: self.buffer.lines().collect(), token: None })
    }
}

fn main() {}
