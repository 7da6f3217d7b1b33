//! The full result of a listing, and the result keys that it joins.

mod closure_keys;
mod nested_keys;
mod secondary_keys;

use paginated::Error;
use paginated_tests::fixture::{Client, ListInput, ListOutput, Throttled, flagged_page, page};

fn input() -> ListInput {
    ListInput::default()
}

#[tokio::test]
async fn a_failed_request_loses_no_item_of_earlier_pages() {
    let client = Client::new([page([1, 2], Some("a")), page([3], Some("b")), Err(Throttled), page([4], None)]);
    let error = client.list_paginator(input()).full_result().await.unwrap_err();
    assert_eq!(error.error, Error::Operation(Throttled));
    assert_eq!(error.to_string(), "throttled");
    assert_eq!(error.output.as_ref().unwrap().items, [1, 2, 3]);
    let token = error.resume_token.clone().unwrap().to_string();
    let rest = client.list_paginator(input()).starting_token(token).full_result().await.unwrap();
    assert_eq!((rest.output.items, rest.resume_token), (vec![4], None));
    assert_eq!(client.tokens(), [None, Some("a".into()), Some("b".into()), Some("b".into())]);
    assert_eq!(Error::from(error), Error::Operation(Throttled));
}

#[tokio::test]
async fn debug_of_the_error_shows_its_cause_and_hides_the_token() {
    let client = Client::new([page([1], Some("secret")), Err(Throttled)]);
    let error = client.list_paginator(input()).full_result().await.unwrap_err();
    let expected =
        "FullResultError { error: Operation(Throttled), output: Some(..), resume_token: Some(ResumeToken(..)) }";
    assert_eq!(format!("{error:?}"), expected);
    let source = std::error::Error::source(&error).map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("throttled"));
}

#[tokio::test]
async fn an_error_at_the_first_page_has_no_output_and_the_starting_token() {
    let client = Client::new([Err(Throttled)]);
    let error = client.list_paginator(input()).starting_token("t___2").full_result().await.unwrap_err();
    assert_eq!((error.output, error.resume_token), (None, Some("t___2".into())));
}

#[tokio::test]
async fn a_listing_that_cannot_continue_returns_its_output_with_the_error() {
    let client = Client::new([page([1], Some("a")), page([2], Some("a"))]);
    let error = client.list_paginator(input()).full_result().await.unwrap_err();
    assert!(matches!(error.error, Error::RepeatedToken(_)), "{error:?}");
    assert_eq!(error.output.unwrap().items, [1, 2]);

    let client = Client::new([flagged_page([1], Some("a"), Some(true)), flagged_page([2], None, Some(true))]);
    let error = client.list_flagged_paginator(input()).full_result().await.unwrap_err();
    assert!(matches!(error.error, Error::MissingToken(_)), "{error:?}");
    assert_eq!(error.output.unwrap().items, [1, 2]);
    assert!(error.resume_token.is_some());
}

#[tokio::test]
async fn max_items_of_zero_is_an_error_without_output() {
    let client = Client::new([]);
    let error = client.list_paginator(input()).max_items(0).full_result().await.unwrap_err();
    assert!(matches!(error.error, Error::NoPages(_)), "{error:?}");
    assert!(error.output.is_none() && error.resume_token.is_some());
}

#[tokio::test]
async fn fields_that_are_not_keys_are_from_the_last_page() {
    let client = Client::new([flagged_page([1], Some("a"), Some(true)), flagged_page([2], None, None)]);
    let full = client.list_flagged_paginator(input()).full_result().await.unwrap();
    assert_eq!(full.output, ListOutput { items: vec![1, 2], token: None, more: None });
}
