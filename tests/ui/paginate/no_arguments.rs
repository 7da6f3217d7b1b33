// The macro has no arguments.
use paginated::paginate;

fn main() {
    let _ = paginate!();
}
