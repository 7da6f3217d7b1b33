// The attribute belongs on a method and not on its trait.
use paginated::paginated;

#[paginated(input_token = "NextToken")]
pub trait AppStream {
    fn client(&self);
}

fn main() {}
