// The attribute is on an `impl` block instead of a method.
use paginated::paginated;

pub struct Client;

#[paginated(input_token = "NextToken")]
impl Client {
    pub fn client(&self) {}
}

fn main() {}
