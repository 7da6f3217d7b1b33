//! Read-ahead: what `prefetch()` sends and when, and that all else is as without it.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use paginated::{Error, ResumeToken};
use paginated_tests::fixture::{Client, ListInput, Throttled, page};

fn input() -> ListInput {
    ListInput::default()
}

fn poll_once<F: Future>(future: F) -> Poll<F::Output> {
    pin!(future).poll(&mut Context::from_waker(Waker::noop()))
}

#[tokio::test]
async fn nothing_is_sent_before_the_first_poll() {
    let client = Client::new([]);
    let _items = client.list_paginator(input()).prefetch().items();
    assert_eq!(client.requests(), []);
}

#[tokio::test]
async fn the_next_page_is_asked_for_with_the_first_item_and_no_further_one_before_its_turn() {
    let client = Client::new([page([1, 2], Some("a")), page([3], Some("b")), page([4], None)]);
    let mut items = client.list_paginator(input()).prefetch().items();
    for (item, asked) in [(1, 2), (2, 2), (3, 3), (4, 3)] {
        assert_eq!(items.next().await, Some(Ok(item)));
        assert_eq!(client.requests().len(), asked, "with item {item}");
    }
    assert_eq!(items.next().await, None);
    assert_eq!(items.resume_token(), None);
}

#[tokio::test]
async fn pages_are_read_ahead_too() {
    let client = Client::new([page([1], Some("a")), page([2], Some("b")), page([3], None)]);
    let mut pages = client.list_paginator(input()).prefetch().pages();
    for asked in [2, 3, 3] {
        assert!(pages.next().await.is_some());
        assert_eq!(client.requests().len(), asked);
    }
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn items_of_pages_are_read_ahead_too() {
    let client = Client::new([page([1, 2], Some("a")), page([3], None)]).pending(2);
    let mut items = client.list_paginator(input()).prefetch().items_of(|page| page.items);
    assert_eq!(items.next().await, Some(Ok(1)));
    assert_eq!(client.requests().len(), 2);
    assert_eq!(items.next().await, Some(Ok(2)));
    // The page sent the request, the second item polled it, and so does this.
    assert_eq!(poll_once(items.next()), Poll::Ready(Some(Ok(3))));
}

#[tokio::test]
async fn each_item_polls_the_request_under_way() {
    let client = Client::new([page([1, 2, 3], Some("a")), page([4], None)]).pending(2);
    let mut items = client.list_paginator(input()).prefetch().items();
    for item in 1..4 {
        assert_eq!(items.next().await, Some(Ok(item)));
    }
    // Three polls for two that are pending: the answer is there.
    assert_eq!(poll_once(items.next()), Poll::Ready(Some(Ok(4))));
}

#[tokio::test]
async fn no_page_is_asked_for_that_max_items_makes_needless() {
    let client = Client::new([page([1, 2], Some("a")), page([3, 4], Some("b"))]);
    let mut items = client.list_paginator(input()).prefetch().max_items(4).items();
    let mut given = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        given.push(item);
    }
    assert_eq!(given, [1, 2, 3, 4]);
    assert_eq!(client.requests().len(), 2);
    assert!(items.resume_token().is_some());
}

#[tokio::test]
async fn max_pages_bounds_the_requests() {
    let client = Client::new([page([1], Some("a")), page([2], Some("b"))]);
    let mut items = client.list_paginator(input()).prefetch().max_pages(2).items();
    assert_eq!(items.next().await, Some(Ok(1)));
    assert_eq!(items.next().await, Some(Ok(2)));
    assert!(matches!(items.next().await, Some(Err(Error::MaxPages(_)))));
    assert_eq!(client.requests().len(), 2);
}

#[tokio::test]
async fn an_error_read_ahead_is_given_in_its_turn_and_retried() {
    let client = Client::new([page([1, 2], Some("a")), Err(Throttled), page([3], None)]);
    let mut items = client.list_paginator(input()).prefetch().items();
    assert_eq!(items.next().await, Some(Ok(1)));
    // The answer is there, and nobody was told of it: there is nothing to retry.
    items.retry();
    assert_eq!(items.next().await, Some(Ok(2)));
    assert_eq!(items.pages_fetched(), 1);
    assert_eq!(items.next().await, Some(Err(Error::Operation(Throttled))));
    assert_eq!(items.next().await, None);
    items.retry();
    assert_eq!(items.next().await, Some(Ok(3)));
    assert_eq!(client.tokens(), [None, Some("a".into()), Some("a".into())]);
}

#[tokio::test]
async fn a_repeated_token_is_an_error_in_its_turn() {
    let client = Client::new([page([1], Some("a")), page([2], Some("a"))]);
    let mut items = client.list_paginator(input()).prefetch().items();
    assert_eq!(items.next().await, Some(Ok(1)));
    assert_eq!(items.next().await, Some(Ok(2)));
    assert!(matches!(items.next().await, Some(Err(Error::RepeatedToken(_)))));
    assert_eq!(client.requests().len(), 2);
}

/// A resume token as it is printed.
fn text(token: Option<ResumeToken>) -> String {
    token.expect("something is left").to_string()
}

#[tokio::test]
async fn the_resume_token_is_that_of_the_items_given_and_not_of_the_page_read_ahead() {
    let answers = || [page([1, 2], Some("a")), page([3], Some("b")), page([4], None)];
    let (plain, ahead) = (Client::new(answers()), Client::new(answers()));
    let mut plain = plain.list_paginator(input()).items();
    let mut ahead = ahead.list_paginator(input()).prefetch().items();
    assert_eq!(text(ahead.resume_token()), text(plain.resume_token()));
    for item in 1..4 {
        assert_eq!(ahead.next().await, plain.next().await);
        assert_eq!(text(ahead.resume_token()), text(plain.resume_token()), "behind item {item}");
        assert_eq!((ahead.pages_fetched(), ahead.items_given()), (plain.pages_fetched(), plain.items_given()));
    }
}

#[tokio::test]
async fn a_dropped_next_loses_nothing() {
    let client = Client::new([page([1], Some("a")), page([], Some("b")), page([2], None)]).pending(3);
    let mut items = client.list_paginator(input()).prefetch().items();
    let mut given = Vec::new();
    loop {
        match poll_once(items.next()) {
            Poll::Pending => {}
            Poll::Ready(Some(item)) => given.push(item.unwrap()),
            Poll::Ready(None) => break,
        }
    }
    assert_eq!(given, [1, 2]);
    assert_eq!(client.tokens(), [None, Some("a".into()), Some("b".into())]);
}

#[tokio::test]
async fn the_full_result_is_the_same() {
    let client = Client::new([page([1], Some("a")), page([2], None)]);
    let full = client.list_paginator(input()).prefetch().full_result().await.unwrap();
    assert_eq!(full.output.items, [1, 2]);
}

#[tokio::test]
async fn a_boxed_listing_is_read_ahead() {
    let client = Client::new([page([1], Some("a")), page([2], None)]);
    let mut items = client.list_paginator(input()).prefetch().boxed().items();
    assert_eq!(items.next().await, Some(Ok(1)));
    assert_eq!(client.requests().len(), 2);
}
