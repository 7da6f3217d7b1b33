// The builder is a part of a tuple.
use paginated::paginate;
use paginated_tests::sessions::Error;

#[derive(Clone)]
struct ListBuilder;

impl ListBuilder {
    fn set_next_token(self, _: Option<String>) -> Self {
        self
    }

    async fn send_to(self, _: &str) -> Result<Output, Error> {
        Err(Error)
    }
}

struct Output {
    next_token: Option<String>,
}

fn main() {
    let _ = paginate!(
        (ListBuilder, "eu") => |(request, region)| request.send_to(region),
        input_token = "NextToken", builder,
    );
}
