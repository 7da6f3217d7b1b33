// A trait with an `async fn` is used as a `dyn Trait`.
use paginated_tests::sessions::{AppStream, Client};

fn client() -> Box<dyn AppStream> {
    Box::new(Client)
}

fn main() {}
