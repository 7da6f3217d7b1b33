// The token implements neither serde's traits nor `Display` and `FromStr`.
use paginated::paginated;

#[derive(Clone, PartialEq)]
struct Key(u64);

#[derive(Clone)]
struct Input {
    start: Option<Key>,
}

struct Output {
    last: Option<Key>,
}

struct Error;

trait Client {
    #[paginated(input_token = "Start", output_token = "Last")]
    async fn scan(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
