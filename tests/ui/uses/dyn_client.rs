// A trait with `async fn` has no `dyn`.
use paginated_tests::sessions::{AppStream, Client};

fn client() -> Box<dyn AppStream> {
    Box::new(Client)
}

fn main() {}
