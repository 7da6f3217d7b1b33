//! Starting tokens that are rejected before any request is sent.

use paginated::{Error, ResumeToken, StartingTokenError};
use paginated_tests::fixture::{Client, ListInput, page, read_all};

use super::encode;

/// Returns the error for an invalid starting token.
///
/// Asserts that each way to read a listing returns the same error at its first poll and sends nothing.
async fn starting_token_error(token: impl Into<ResumeToken>) -> StartingTokenError {
    let token = token.into();
    let client = Client::new([]);
    let paginator = || client.list_paginator(ListInput::default()).starting_token(token.clone());
    let (mut items, mut pages) = (paginator().items(), paginator().pages());
    let errors = [
        items.next().await.unwrap().unwrap_err(),
        pages.next().await.unwrap().unwrap_err(),
        paginator().max_items(0).items().next().await.unwrap().unwrap_err(),
        paginator().full_result().await.unwrap_err().error,
    ];
    items.retry();
    pages.retry();
    assert!(items.next().await.is_none() && pages.next().await.is_none());
    assert_eq!(items.resume_token(), Some(token));
    assert_eq!(client.requests(), []);
    let errors = errors.map(|error| match error {
        Error::StartingToken(error) => error,
        error => panic!("{error:?}"),
    });
    assert!(errors.iter().all(|error| *error == errors[0]), "{errors:?}");
    errors.into_iter().next().unwrap()
}

#[tokio::test]
async fn a_token_of_another_operation_is_rejected() {
    let error = starting_token_error(encode(r#"{"Marker": "m", "boto_truncate_amount": 2}"#)).await.to_string();
    assert!(error.contains("`Marker`") && error.contains("`Token`"), "{error}");
    assert!(error.contains("`ResumeToken::service(token)`"), "{error}");
    assert!(matches!(starting_token_error(encode("{}")).await, StartingTokenError::MissingKeys { .. }));
}

#[tokio::test]
async fn an_invalid_item_count_is_rejected() {
    let token = encode(r#"{"Token": "t", "boto_truncate_amount": -1}"#);
    for token in [&token, "t___-1"] {
        let error = starting_token_error(token).await;
        assert!(matches!(error, StartingTokenError::InvalidItemCount { .. }), "{error:?}");
    }
}

#[tokio::test]
async fn a_token_of_another_type_is_rejected() {
    for token in ["5", "true", "[]", r#"{"a": 1}"#, "1.5"] {
        let error = starting_token_error(encode(&format!(r#"{{"Token": {token}}}"#))).await;
        assert!(error.to_string().contains("`Token`"), "{error}");
        assert!(matches!(error, StartingTokenError::InvalidToken { .. }), "{token}");
    }
}

#[tokio::test]
async fn a_token_that_is_not_a_whole_json_object_is_rejected() {
    let token = encode(r#"{"Token": "t0000000", "boto_truncate_amount": 1}"#);
    assert_eq!(starting_token_error(&token[..20]).await, StartingTokenError::Truncated);
    assert_eq!(starting_token_error(encode(r#"{"Token": "t"}}"#)).await, StartingTokenError::Malformed);
}

#[tokio::test]
async fn a_token_with_too_many_parts_is_rejected() {
    assert!(matches!(
        starting_token_error("a___b___3").await,
        StartingTokenError::TooManyParts { parts: 3, tokens: 1, .. }
    ));
}

/// Each string is either sent as a service token or rejected.
#[tokio::test]
async fn no_starting_token_panics() {
    let strings =
        ["", " ", "=", "====", "\0", "\u{1f600}", "e30", "bnVsbA==", "W10=", "___", "______", "None", "None___"];
    for string in strings.map(String::from).into_iter().chain([encode("null"), "x".repeat(1 << 16)]) {
        let client = Client::new([page([1], None)]);
        let (items, error) =
            read_all(client.list_paginator(ListInput::default()).starting_token(&string).items()).await;
        assert_eq!(items.len() + usize::from(error.is_some()), 1, "{string}");
    }
}
