// What a macro writes cannot be seen; the attribute goes inside the macro.
use paginated::paginated;

macro_rules! client {
    () => {};
}

#[paginated(input_token = "NextToken")]
client! {}

fn main() {}
