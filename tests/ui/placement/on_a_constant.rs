// Only what is called can be paginated.
use paginated::paginated;

#[paginated(input_token = "NextToken")]
const LIMIT: i32 = 50;

fn main() {}
