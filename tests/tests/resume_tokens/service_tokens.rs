//! Tokens of the service itself, passed with `ResumeToken::service`.

use std::cell::Cell;

use paginated::{Error, ResumeToken, paginated};
use paginated_tests::fixture::{Client, ListInput, Throttled, page, read_all};

use super::decode;

/// A service token that looks like a resume token of another operation.
const SERVICE_TOKEN: &str = "eyJvZmZzZXQiOiAyMH0=";

#[tokio::test]
async fn a_service_token_is_sent_unchanged() {
    let client = Client::new([page([1], None)]);
    let paginator = client.list_paginator(ListInput::default()).starting_token(ResumeToken::service(SERVICE_TOKEN));
    assert_eq!(read_all(paginator.items()).await, (vec![1], None));
    assert_eq!(client.tokens(), [Some(SERVICE_TOKEN.into())]);
}

/// The printed token is encoded, because the service token could be mistaken for one of another operation.
#[tokio::test]
async fn a_service_token_can_be_printed_and_read_before_the_first_page_arrives() {
    let client = Client::new([Err(Throttled), page([1], None)]);
    let mut items =
        client.list_paginator(ListInput::default()).starting_token(ResumeToken::service(SERVICE_TOKEN)).items();
    let before = items.resume_token().unwrap().to_string();
    assert_eq!(read_all(&mut items).await, (vec![], Some(Error::Operation(Throttled))));
    let failed = items.resume_token().unwrap().to_string();
    assert_eq!(before, failed);
    assert_eq!(
        read_all(client.list_paginator(ListInput::default()).starting_token(failed).items()).await,
        (vec![1], None)
    );
    assert_eq!(client.tokens(), [Some(SERVICE_TOKEN.into()), Some(SERVICE_TOKEN.into())]);
}

#[tokio::test]
async fn a_listing_from_a_service_token_returns_encoded_resume_tokens() {
    let client = Client::new([page([1, 2], Some("b"))]);
    let token = ResumeToken::service(SERVICE_TOKEN);
    let mut items = client.list_paginator(ListInput::default()).starting_token(token).max_items(1).items();
    assert_eq!(read_all(&mut items).await, (vec![1], None));
    assert_eq!(decode(items.resume_token()), format!(r#"{{"Token": "{SERVICE_TOKEN}", "boto_truncate_amount": 1}}"#));
}

/// The same page number is another part of the list if the page size changes.
#[tokio::test]
async fn a_page_number_of_the_service_is_printed_with_the_page_size() {
    #[paginated(page_number = "page", start = 1, limit_key = "perPage", result_key = "@")]
    async fn list(client: &Cell<bool>, page: u32, per_page: Option<u32>) -> Result<Vec<u32>, Throttled> {
        if client.replace(true) {
            let first = (page - 1) * per_page.unwrap_or(3);
            Ok((first..first + per_page.unwrap_or(3)).filter(|item| *item < 10).collect())
        } else {
            Err(Throttled)
        }
    }

    for start in [ResumeToken::from("3"), ResumeToken::service("3")] {
        let is_available = Cell::new(false);
        let mut items = list_paginator(&is_available, 0, None).page_size(2).starting_token(start).items();
        let before = items.resume_token();
        assert_eq!(decode(before.clone()), r#"{"page": 3, "perPage": 2}"#);
        assert_eq!(items.next().await, Some(Err(Error::Operation(Throttled))));
        assert_eq!(items.resume_token(), before);
        let resumed = list_paginator(&is_available, 0, None).starting_token(before.unwrap().to_string()).items();
        assert_eq!(read_all(resumed).await, ((4..10).collect(), None));
    }
}
