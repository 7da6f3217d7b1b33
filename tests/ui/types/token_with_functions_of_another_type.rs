// The functions of the `token_with` module store another type.
use paginated::paginated;
use paginated_tests::sessions::{Error, Session};

#[derive(Clone)]
struct Input {
    next_token: Option<String>,
}

struct Output {
    sessions: Vec<Session>,
    next_token: Option<String>,
}

mod codec {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(token: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(*token)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        u64::deserialize(deserializer)
    }
}

trait Client {
    #[paginated(input_token = "NextToken", token_with = codec)]
    async fn list(&self, input: Input) -> Result<Output, Error>;
}

fn main() {}
