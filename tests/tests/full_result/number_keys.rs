//! A number as the primary result key, as in DynamoDB's queries with `Select = "COUNT"`.

use paginated::{Page, paginated};
use paginated_tests::fixture::{ListInput, ScriptedClient, Throttled};

use super::input;

#[derive(Clone, Debug, PartialEq, Page)]
struct Output {
    count: Option<i64>,
    token: Option<String>,
}

#[paginated(input_token = "Token", result_key = "Count")]
async fn count(client: ScriptedClient<ListInput, Output>, input: ListInput) -> Result<Output, Throttled> {
    client.respond(input).await
}

fn new_client() -> ScriptedClient<ListInput, Output> {
    let pages = [(Some(2), Some("a")), (None, Some("b")), (Some(5), None)];
    ScriptedClient::with_pages(pages.map(|(count, token)| Output { count, token: token.map(str::to_owned) }))
}

#[tokio::test]
async fn a_number_is_the_sum_of_all_pages() {
    let full = count_paginator(new_client(), input()).full_result().await.unwrap();
    assert_eq!((full.output.count, full.resume_token), (Some(7), None));
}

/// A number has no items to count.
#[tokio::test]
async fn max_items_does_not_limit_a_number() {
    let full = count_paginator(new_client(), input()).max_items(1).full_result().await.unwrap();
    assert_eq!((full.output.count, full.resume_token), (Some(7), None));
}

#[tokio::test]
async fn a_listing_of_numbers_resumes_at_the_next_page() {
    let mut pages = count_paginator(new_client(), input()).pages();
    assert_eq!(pages.next().await.unwrap().unwrap().count, Some(2));
    let token = pages.resume_token().unwrap().to_string();
    let resumed = ScriptedClient::with_pages([Output { count: Some(5), token: None }]);
    let full = count_paginator(resumed.clone(), input()).starting_token(token).full_result().await.unwrap();
    assert_eq!(full.output.count, Some(5));
    assert_eq!(resumed.requests(), [ListInput { token: Some("a".into()), limit: None }]);
}
