//! The positions that starting tokens and resume tokens represent.

use paginated::{Error, ResumeToken, paginated};
use paginated_tests::fixture::{Client, ListInput, ListOutput, ScriptedClient, Throttled, page, read_all};

use super::decode;

#[tokio::test]
async fn a_count_larger_than_the_page_skips_items_of_the_following_pages() {
    for (token, expected) in [("a___2", vec![3, 4]), ("a___3", vec![4]), ("a___4", vec![]), ("a___7", vec![])] {
        let client = Client::new([page([1, 2], Some("b")), page([3, 4], None)]);
        let paginator = client.list_paginator(ListInput::default());
        assert_eq!(read_all(paginator.starting_token(token).items()).await, (expected, None), "{token}");
        assert_eq!(client.tokens(), [Some("a".into()), Some("b".into())]);
    }
    let client = Client::new([page([1, 2], Some("b"))]);
    let mut items = client.list_paginator(ListInput::default()).starting_token("a___7").max_items(0).items();
    assert_eq!(read_all(&mut items).await, (vec![], None));
    assert_eq!(items.resume_token(), Some("a___7".into()));
    let count = isize::MAX;
    let client = Client::new([page([1, 2], None)]);
    let mut items = client.list_paginator(ListInput::default()).starting_token(format!("a___{count}")).items();
    assert_eq!(read_all(&mut items).await, (vec![], None));
    assert_eq!(items.resume_token(), None);
}

#[tokio::test]
async fn max_pages_limits_the_pages_that_a_count_skips() {
    let client = Client::new([page([1, 2], Some("b")), page([3, 4], Some("c"))]);
    let paginator = client.list_paginator(ListInput::default()).starting_token("a___1000000").max_items(1);
    let (items, error) = read_all(paginator.max_pages(2).items()).await;
    assert!(items.is_empty() && matches!(error, Some(Error::TooManyPages(_))), "{error:?}");
    assert_eq!(client.tokens().len(), 2);
}

#[tokio::test]
async fn a_starting_token_can_be_passed_by_reference() {
    let client = Client::new([page([1, 2], None), page([1, 2], None)]);
    let mut items = client.list_paginator(ListInput::default()).items();
    items.next().await;
    let token = items.resume_token().expect("a resume token");
    let mut items = client.list_paginator(ListInput::default()).starting_token(&token).items();
    assert_eq!(items.next().await, Some(Ok(2)));
    assert_eq!(items.resume_token(), None);
}

#[tokio::test]
async fn an_empty_starting_token_is_ignored() {
    for token in [ResumeToken::from(""), ResumeToken::service("")] {
        let client = Client::new([page([1], Some("b")), page([2], None)]);
        let input = ListInput { token: Some("a".into()), limit: None };
        let mut items = client.list_paginator(input).starting_token(token).items();
        assert_eq!(decode(items.resume_token()), r#"{"Token": "a"}"#);
        assert_eq!(read_all(&mut items).await, (vec![1, 2], None));
        assert_eq!(client.tokens(), [Some("a".into()), Some("b".into())]);
    }
}

/// A builder request. The paginator cannot read its token.
#[derive(Clone)]
struct Request {
    client: ScriptedClient<Option<String>, ListOutput>,
    token: Option<String>,
}

impl Request {
    fn set_token(self, token: Option<String>) -> Self {
        Self { token, ..self }
    }
}

#[paginated(input_token = "Token", result_key = "Items", builder)]
async fn list(request: Request) -> Result<ListOutput, Throttled> {
    request.client.respond(request.token).await
}

fn request(pages: &[(&[u32], Option<&str>)]) -> Request {
    let pages: Vec<_> = pages.iter().map(|(items, token)| page(items.iter().copied(), *token)).collect();
    Request { client: ScriptedClient::new(pages), token: Some("own".into()) }
}

#[tokio::test]
async fn a_builder_is_resumed_in_its_first_page_and_in_later_pages() {
    let first = request(&[(&[1, 2, 3], Some("a"))]);
    let mut items = list_paginator(first).max_items(2).items();
    assert_eq!(read_all(&mut items).await, (vec![1, 2], None));
    let token = items.resume_token().unwrap().to_string();
    assert_eq!(decode(items.resume_token()), r#"{"Token": null, "boto_truncate_amount": 2}"#);

    let again = request(&[(&[1, 2, 3], Some("a")), (&[4, 5], None)]);
    let mut items = list_paginator(again.clone()).starting_token(token).max_items(2).items();
    assert_eq!(read_all(&mut items).await, (vec![3, 4], None));
    assert_eq!(decode(items.resume_token()), r#"{"Token": "a", "boto_truncate_amount": 1}"#);
    assert_eq!(again.client.requests(), [Some("own".into()), Some("a".into())]);
}
