//! Tokens, pages, and counts of extreme sizes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use paginated::{Error, Page, ResultKey, ResumeToken, paginated};
use paginated_tests::fixture::{Client, ListInput, Throttled, flagged_page, page, read_all};

fn input() -> ListInput {
    ListInput::default()
}

/// The token is sent, encoded in the resume token, and decoded from it without a change.
#[tokio::test]
async fn a_token_of_ten_megabytes_is_sent_and_resumed() {
    let large = "\u{e9}\n".repeat(10_000_000 / 3);
    let responses = || [page([1, 2], Some(&large)), page([3, 4], None)];
    let client = Client::new(responses());
    let mut items = client.list_paginator(input()).max_items(3).items();
    while let Some(item) = items.next().await {
        item.unwrap();
    }
    let token = items.resume_token().unwrap();
    assert!(format!("{items:?} {token:?}").len() < 200);
    let rest = Client::new(responses().into_iter().skip(1));
    let mut items = rest.list_paginator(input()).starting_token(token.to_string()).items();
    assert_eq!((items.next().await, items.next().await), (Some(Ok(4)), None));
    assert!(rest.tokens() == [Some(large.clone())] && client.tokens() == [None, Some(large)]);
}

#[tokio::test]
async fn a_page_larger_than_requested_is_truncated_and_resumed() {
    let responses = || [page(0..1000, Some("a")), page(1000..1001, None)];
    let client = Client::new(responses());
    let mut items = client.list_paginator(input()).page_size(2).max_items(3).items();
    let yielded: Vec<_> = futures::StreamExt::collect(&mut items).await;
    assert_eq!(yielded, [Ok(0), Ok(1), Ok(2)]);
    let token = items.resume_token().unwrap();
    let rest = Client::new(responses()).list_paginator(input()).starting_token(token).full_result().await.unwrap();
    assert_eq!(rest.output.items, (3..1001).collect::<Vec<_>>());
}

/// The items remain available to a listing that resumes.
#[tokio::test]
async fn max_items_of_zero_leaves_all_items_to_the_next_listing() {
    let client = Client::new([page([1, 2], None)]);
    let mut items = client.list_paginator(input()).max_items(0).items();
    assert_eq!(items.next().await, None);
    items.retry();
    assert_eq!(items.next().await, None);
    assert_eq!(client.requests(), []);
    let all: Vec<_> = client
        .list_paginator(input())
        .starting_token(items.resume_token().unwrap())
        .items()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(all, [1, 2]);
}

#[tokio::test]
async fn the_largest_limits_do_not_overflow() {
    let client = Client::new([page([1], Some("a")), page([2], None)]);
    let paginator = client.list_paginator(input()).max_items(usize::MAX).max_pages(u64::MAX);
    let mut items = paginator.items();
    assert_eq!(items.size_hint(), (0, Some(usize::MAX)));
    assert_eq!((items.next().await, items.next().await, items.next().await), (Some(Ok(1)), Some(Ok(2)), None));
    assert_eq!(items.resume_token(), None);
}

/// A list that reports any length without holding items.
#[derive(Clone, Debug, Default)]
struct UncheckedList(usize);

impl ResultKey for UncheckedList {
    type Item = ();
    fn count(&self) -> usize {
        self.0
    }
    fn skip_first(&mut self, n: usize) {
        self.0 -= n;
    }
    fn keep_first(&mut self, n: usize) {
        self.0 = n;
    }
    fn join(&mut self, next: Self) {
        self.0 = self.0.saturating_add(next.0);
    }
    fn into_items(self) -> std::vec::IntoIter<()> {
        vec![(); self.0].into_iter()
    }
}

#[derive(Debug, Page)]
struct Output {
    items: UncheckedList,
    token: u8,
}

#[derive(Clone)]
struct Input {
    token: u8,
}

/// Returns three pages, each of `usize::MAX` items.
#[paginated(input_token = "Token", output_token = "Token", result_key = "Items")]
async fn list(input: Input) -> Result<Output, Throttled> {
    Ok(Output { items: UncheckedList(usize::MAX), token: (input.token + 1) % 3 })
}

#[tokio::test]
async fn more_items_than_usize_max_do_not_overflow() {
    let mut items = list_paginator(Input { token: 0 }).items();
    for _ in 0..10 {
        items.next().await.unwrap().unwrap();
    }
    assert_eq!(items.size_hint(), (usize::MAX - 10, None));
    let mut rest = list_paginator(Input { token: 0 }).starting_token(items.resume_token().unwrap()).pages();
    assert_eq!(rest.next().await.unwrap().unwrap().items.0, usize::MAX - 10);
    assert_eq!(rest.next().await.unwrap().unwrap().items.0, usize::MAX);

    // Limits inside the first page and at its end.
    for max_items in [1, usize::MAX / 2, usize::MAX] {
        let full = list_paginator(Input { token: 0 }).max_items(max_items).full_result().await.unwrap();
        assert_eq!(full.output.items.0, max_items);
        let rest = list_paginator(Input { token: 0 }).starting_token(full.resume_token.unwrap());
        assert_eq!(rest.full_result().await.unwrap().output.items.0, usize::MAX);
    }
    let mut pages = list_paginator(Input { token: 0 }).pages();
    let mut count = 0;
    while let Some(page) = pages.next().await {
        assert_eq!(page.unwrap().items.0, usize::MAX);
        count += 1;
    }
    assert_eq!(count, 3);
}

/// Returns a resume token that skips `count` items of its page.
fn token_with_count(count: &str) -> ResumeToken {
    let json = format!(r#"{{"Token": "a", "boto_truncate_amount": {count}}}"#);
    STANDARD.encode(json).into()
}

#[tokio::test]
async fn a_count_larger_than_the_page_skips_items_of_the_following_pages() {
    for (count, expected) in
        [("3", vec![4, 5]), ("4", vec![5]), ("5", vec![]), ("2147483648", vec![]), ("9223372036854775807", vec![])]
    {
        let client = Client::new([page([1, 2, 3], Some("b")), page([4, 5], None)]);
        let mut items =
            client.list_paginator(input()).starting_token(token_with_count(count)).max_items(usize::MAX).items();
        assert_eq!(read_all(&mut items).await, (expected, None), "{count}");
        assert_eq!(items.resume_token(), None);

        // Nothing is left after the skipped items of a page without a token, except the error.
        let client =
            Client::new([flagged_page([1, 2, 3], None, Some(true)), flagged_page([1, 2, 3], None, Some(true))]);
        let mut items = client.list_flagged_paginator(input()).starting_token(token_with_count(count)).items();
        assert!(matches!(items.next().await, Some(Err(Error::MissingToken(_)))));
        let token = items.resume_token().unwrap();
        let mut resumed = client.list_flagged_paginator(input()).starting_token(token).items();
        assert!(matches!(resumed.next().await, Some(Err(Error::MissingToken(_)))), "{count}");
    }
}

#[tokio::test]
async fn a_count_that_is_not_a_valid_number_is_an_error() {
    for count in ["-1", "9223372036854775808", "18446744073709551616", "1e400", "1e30", "1.5", "\"3\"", "[]", "true"] {
        let client = Client::new([]);
        let mut items = client.list_paginator(input()).starting_token(token_with_count(count)).items();
        assert!(matches!(items.next().await, Some(Err(Error::StartingToken(_)))), "{count}");
        assert_eq!(items.next().await, None);
    }
}
