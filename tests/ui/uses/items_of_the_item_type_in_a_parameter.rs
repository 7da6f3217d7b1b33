// The parameter of `Items` is the item type, in the type of an argument.
use paginated_tests::sessions::Session;

fn count(_: paginated::Items<Session>) {}

fn main() {}
