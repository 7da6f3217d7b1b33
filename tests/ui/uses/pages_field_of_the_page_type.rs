// The parameter of `Pages` in a struct is the page type.
use paginated::Pages;
use paginated_tests::sessions::DescribeSessionsOutput;

struct List {
    pages: Pages<DescribeSessionsOutput>,
}

fn main() {}
