// The parameter of `Items` in a struct is the item type.
use paginated::Items;
use paginated_tests::sessions::Session;

struct List {
    sessions: Items<Session>,
}

fn main() {}
