// Only functions with a name can be paginated.
use paginated::paginated;

fn main() {
    let list = #[paginated(input_token = "NextToken")]
    |next_token: Option<String>| next_token;
    list(None);
}
