// The attribute is on an `extern` function.
use paginated::paginated;

#[paginated(input_token = "NextToken")]
pub extern "C" fn list(next_token: i32) -> i32 {
    next_token
}

fn main() {}
