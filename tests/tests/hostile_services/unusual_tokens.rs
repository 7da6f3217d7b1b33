//! Tokens with unusual characters, and tokens in error messages.

use std::fmt::{Debug, Display};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::executor::block_on;
use paginated::{Error, ResumeToken};
use paginated_tests::fixture::{Client, ListInput, ListResponse, Throttled, flagged_page, page};

fn input() -> ListInput {
    ListInput::default()
}

/// The resume token is printed in the middle of a page, after a page, and before a page.
#[tokio::test]
async fn a_token_of_any_characters_survives_the_printed_resume_token() {
    let control_characters: String = (0..=0x9f).filter_map(char::from_u32).collect();
    let tokens = [
        &control_characters,
        "\0",
        " ",
        "\r\n",
        "\u{1f600}\u{10ffff}\u{10000}",
        "\u{d7ff}\u{e000}\u{fffe}\u{ffff}\u{feff}",
        "\u{202e}\u{2028}\u{2029}",
        r#""\u0000\ud83d\\"#,
        "\\ud83d",
        "None",
        "a___3",
        "a___b___c",
        "null",
        "{}",
        "=",
        "eyJUb2tlbiI6ICJ4In0=",
        "eyJUb2tlbiI6",
    ];
    for service_token in tokens {
        for items_read in [1, 2] {
            let responses = || [page([1, 2], Some(service_token)), page([3, 4], Some("b")), page([5], None)];
            let client = Client::new(responses());
            let mut items = client.list_paginator(input()).max_items(2 + items_read).items();
            while let Some(item) = items.next().await {
                item.unwrap();
            }
            let token = items.resume_token().unwrap().to_string();
            assert!(token.is_ascii());
            let rest = Client::new(responses().into_iter().skip(items_read));
            let rest = rest.list_paginator(input()).starting_token(&token).items();
            let expected: Vec<u32> = (3..=5).skip(items_read).collect();
            assert_eq!(rest.try_collect::<Vec<_>>().await.unwrap(), expected, "{service_token:?}");

            // The resume token points at the beginning of the page with this token.
            let client = Client::new(responses());
            let mut items = client.list_paginator(input()).max_items(2).items();
            while let Some(item) = items.next().await {
                item.unwrap();
            }
            let token = items.resume_token().unwrap().to_string();
            let client = Client::new(responses().into_iter().skip(1));
            let mut items = client.list_paginator(input()).starting_token(&token).items();
            assert_eq!(items.next().await, Some(Ok(3)));
            assert_eq!(client.tokens(), [Some(service_token.to_owned())]);

            // A service token is sent unchanged.
            let client = Client::new(responses().into_iter().skip(1));
            let mut items = client.list_paginator(input()).starting_token(ResumeToken::service(service_token)).items();
            assert_eq!(items.next().await, Some(Ok(3)));
            assert_eq!(client.tokens(), [Some(service_token.to_owned())]);
        }
    }
}

/// Formats an error and its sources in every way.
fn format_error_chain<E: std::error::Error>(error: &E) -> String {
    let mut formatted = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(error) = source {
        formatted += &format!(" {error} {error:?}");
        source = error.source();
    }
    formatted
}

fn assert_no_secret(output: &str) {
    assert!(!output.to_lowercase().contains("s3cret"), "{output}");
}

fn format_all<T: Debug + Display>(value: &T) -> String {
    format!("{value} {value:?} {value:#?}")
}

#[tokio::test]
async fn no_error_message_contains_a_token() {
    let secret = |n: u32| format!("s3cret-{n}");
    let read_error = |responses: Vec<ListResponse>, starting_token: Option<String>| {
        let client = Client::new(responses);
        let mut paginator = client.list_flagged_paginator(ListInput { token: Some(secret(0)), limit: None });
        if let Some(token) = starting_token {
            paginator = paginator.starting_token(token);
        }
        assert_no_secret(&format!("{paginator:?} {paginator:#?}"));
        let mut pages = paginator.max_pages(4).pages();
        let error = loop {
            if let Some(Err(error)) = block_on(pages.next()) {
                break error;
            }
        };
        assert_no_secret(&format!("{pages:?} {pages:#?} {:?}", pages.resume_token()));
        assert_no_secret(&format!("{:?}", pages.next()));
        assert_no_secret(&format_error_chain(&error));
        assert_no_secret(&format_all(&error));
        error
    };
    let next = |n| flagged_page([n], Some(&secret(n)), Some(true));

    assert!(read_error(vec![next(1), Err(Throttled)], None).is_operation());
    assert!(matches!(read_error(vec![next(1), next(1)], None), Error::RepeatedToken(_)));
    assert!(matches!(read_error(vec![next(1), next(2), next(1)], None), Error::TokenCycle(_)));
    assert!(matches!(read_error(vec![next(1), flagged_page([2], None, Some(true))], None), Error::MoreWithoutToken(_)));
    assert!(matches!(read_error((1..=4).map(next).collect(), None), Error::MaxPages(_)));

    let encode = |json: &str| STANDARD.encode(json);
    for starting_token in [
        // Truncated, malformed, of another operation, empty, with an invalid count, and with a token of another type.
        encode(r#"{"Token": "s3cret", "boto_truncate_amount": 1}"#)[..24].to_owned(),
        encode(r#"{"Token": "s3cret}"#),
        encode(r#"{"Token": "s3cret" "#),
        encode(r#"{"Token": s3cret}"#),
        encode(r#"{"Marker": "s3cret"}"#),
        encode(r#"{"Token": "s3cret", "user s3cret": 1}"#),
        encode(r#"{"boto_truncate_amount": 1}"#),
        encode(r#"{"Token": "s3cret", "boto_truncate_amount": "s3cret"}"#),
        encode(r#"{"Token": "s3cret", "boto_encoded_keys": ["s3cret"]}"#),
        encode(r#"{"Token": ["s3cret"]}"#),
        "s3cret___s3cret___s3cret".to_owned(),
    ] {
        assert!(matches!(read_error(vec![], Some(starting_token)), Error::StartingToken(_)));
    }

    let client = Client::new([next(1), Err(Throttled)]);
    let error = client.list_flagged_paginator(input()).full_result().await.unwrap_err();
    assert_no_secret(&format_error_chain(&error));
    assert_no_secret(&format_all(&error));
    let client = Client::new([next(1)]);
    let full = client.list_flagged_paginator(input()).max_items(1).full_result().await.unwrap();
    assert_no_secret(&format!("{:?}", full.resume_token));
}
