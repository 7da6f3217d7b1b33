// The attribute is on a constant.
use paginated::paginated;

#[paginated(input_token = "NextToken")]
const LIMIT: i32 = 50;

fn main() {}
