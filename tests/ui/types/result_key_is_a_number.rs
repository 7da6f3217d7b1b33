// The first result key is a number, which has no items.
use paginated::{Page, paginated};

#[derive(Clone)]
struct ListInput {
    next_token: Option<String>,
}

#[derive(Page)]
struct ListOutput {
    count: i32,
    next_token: Option<String>,
}

#[paginated(input_token = "NextToken", result_key = "Count")]
async fn list(input: ListInput) -> Result<ListOutput, std::io::Error> {
    Ok(ListOutput { count: 1, next_token: input.next_token })
}

fn main() {}
