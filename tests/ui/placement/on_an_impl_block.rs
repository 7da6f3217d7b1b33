// The attribute belongs on a method and not on the block around it.
use paginated::paginated;

pub struct Client;

#[paginated(input_token = "NextToken")]
impl Client {
    pub fn client(&self) {}
}

fn main() {}
