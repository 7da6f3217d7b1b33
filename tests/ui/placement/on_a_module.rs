// The attribute is on a module.
use paginated::paginated;

#[paginated(input_token = "NextToken")]
mod client {}

fn main() {}
