// The attribute is on a macro call.
use paginated::paginated;

macro_rules! client {
    () => {};
}

#[paginated(input_token = "NextToken")]
client! {}

fn main() {}
