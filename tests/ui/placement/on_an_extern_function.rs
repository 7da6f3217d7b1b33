// A function of another language is called by a Rust function, which can be paginated.
use paginated::paginated;

#[paginated(input_token = "NextToken")]
pub extern "C" fn list(next_token: i32) -> i32 {
    next_token
}

fn main() {}
