// The position of `page` in the request is unknown.
use paginated::paginate;
use paginated_tests::sessions::Error;

async fn list(_: u32) -> Result<Vec<u32>, Error> {
    loop {}
}

fn main() {
    let _ = paginate!(("a", "b", 0) => |(.., page)| list(page), page_number = page, start = 0, result_key = "@");
}
