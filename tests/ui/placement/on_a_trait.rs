// The attribute is on a trait instead of a method.
use paginated::paginated;

#[paginated(input_token = "NextToken")]
pub trait AppStream {
    fn client(&self);
}

fn main() {}
