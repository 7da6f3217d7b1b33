// The attribute is on a closure.
use paginated::paginated;

fn main() {
    let list = #[paginated(input_token = "NextToken")]
    |next_token: Option<String>| next_token;
    list(None);
}
