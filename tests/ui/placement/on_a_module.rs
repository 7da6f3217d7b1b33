// The attribute belongs on each function and not on their module.
use paginated::paginated;

#[paginated(input_token = "NextToken")]
mod client {}

fn main() {}
