//! `prefetch(n)`: it sends requests earlier and changes nothing else.

use std::task::Poll;

use paginated::{Error, ResumeToken};
use paginated_tests::fixture::{Client, ListInput, Throttled, page, poll_once};

fn input() -> ListInput {
    ListInput::default()
}

#[tokio::test]
async fn nothing_is_sent_before_the_first_poll() {
    let client = Client::new([]);
    let _items = client.list_paginator(input()).prefetch(1).items();
    assert_eq!(client.requests(), []);
}

#[tokio::test]
async fn the_first_item_of_a_page_sends_the_request_of_the_next_page_only() {
    let client = Client::new([page([1, 2], Some("a")), page([3], Some("b")), page([4], None)]);
    let mut items = client.list_paginator(input()).prefetch(1).items();
    for (item, requests) in [(1, 2), (2, 2), (3, 3), (4, 3)] {
        assert_eq!(items.next().await, Some(Ok(item)));
        assert_eq!(client.requests().len(), requests, "after item {item}");
    }
    assert_eq!(items.next().await, None);
    assert_eq!(items.resume_token(), None);
}

#[tokio::test]
async fn pages_are_prefetched() {
    let client = Client::new([page([1], Some("a")), page([2], Some("b")), page([3], None)]);
    let mut pages = client.list_paginator(input()).prefetch(1).pages();
    for requests in [2, 3, 3] {
        assert!(pages.next().await.is_some());
        assert_eq!(client.requests().len(), requests);
    }
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn items_of_a_closure_are_prefetched() {
    let client = Client::new([page([1, 2], Some("a")), page([3], None)]).pending(2);
    let mut items = client.list_paginator(input()).prefetch(1).items_of(|page| page.items);
    assert_eq!(items.next().await, Some(Ok(1)));
    assert_eq!(client.requests().len(), 2);
    assert_eq!(items.next().await, Some(Ok(2)));
    // Item 1 sent the request, item 2 polled it, and this call polls it again.
    assert_eq!(poll_once(items.next()), Poll::Ready(Some(Ok(3))));
}

#[tokio::test]
async fn each_item_polls_the_request_in_flight() {
    let client = Client::new([page([1, 2, 3], Some("a")), page([4], None)]).pending(2);
    let mut items = client.list_paginator(input()).prefetch(1).items();
    for item in 1..4 {
        assert_eq!(items.next().await, Some(Ok(item)));
    }
    // The request was pending for two polls, and three items polled it.
    assert_eq!(poll_once(items.next()), Poll::Ready(Some(Ok(4))));
}

#[tokio::test]
async fn no_page_after_max_items_is_requested() {
    let client = Client::new([page([1, 2], Some("a")), page([3, 4], Some("b"))]);
    let mut items = client.list_paginator(input()).prefetch(1).max_items(4).items();
    let mut items_read = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        items_read.push(item);
    }
    assert_eq!(items_read, [1, 2, 3, 4]);
    assert_eq!(client.requests().len(), 2);
    assert!(items.resume_token().is_some());
}

#[tokio::test]
async fn max_pages_limits_the_requests() {
    let client = Client::new([page([1], Some("a")), page([2], Some("b"))]);
    let mut items = client.list_paginator(input()).prefetch(1).max_pages(2).items();
    assert_eq!(items.next().await, Some(Ok(1)));
    assert_eq!(items.next().await, Some(Ok(2)));
    assert!(matches!(items.next().await, Some(Err(Error::TooManyPages(_)))));
    assert_eq!(client.requests().len(), 2);
}

#[tokio::test]
async fn a_prefetched_error_is_returned_after_the_current_page_and_can_be_retried() {
    let client = Client::new([page([1, 2], Some("a")), Err(Throttled), page([3], None)]);
    let mut items = client.list_paginator(input()).prefetch(1).items();
    assert_eq!(items.next().await, Some(Ok(1)));
    // The error has not been returned yet, so there is nothing to retry.
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
async fn a_repeated_token_is_an_error_after_the_current_page() {
    let client = Client::new([page([1], Some("a")), page([2], Some("a"))]);
    let mut items = client.list_paginator(input()).prefetch(1).items();
    assert_eq!(items.next().await, Some(Ok(1)));
    assert_eq!(items.next().await, Some(Ok(2)));
    assert!(matches!(items.next().await, Some(Err(Error::RepeatedToken(_)))));
    assert_eq!(client.requests().len(), 2);
}

/// Prints a resume token.
fn print(token: Option<ResumeToken>) -> String {
    token.expect("a resume token").to_string()
}

#[tokio::test]
async fn the_resume_token_ignores_the_prefetched_page() {
    let responses = || [page([1, 2], Some("a")), page([3], Some("b")), page([4], None)];
    let (plain, prefetching) = (Client::new(responses()), Client::new(responses()));
    let mut plain = plain.list_paginator(input()).items();
    let mut prefetched = prefetching.list_paginator(input()).prefetch(1).items();
    assert_eq!(print(prefetched.resume_token()), print(plain.resume_token()));
    for item in 1..4 {
        assert_eq!(prefetched.next().await, plain.next().await);
        assert_eq!(print(prefetched.resume_token()), print(plain.resume_token()), "after item {item}");
        assert_eq!(
            (prefetched.pages_fetched(), prefetched.items_given()),
            (plain.pages_fetched(), plain.items_given())
        );
    }
}

#[tokio::test]
async fn dropping_next_loses_no_item() {
    let client = Client::new([page([1], Some("a")), page([], Some("b")), page([2], None)]).pending(3);
    let mut items = client.list_paginator(input()).prefetch(1).items();
    let mut items_read = Vec::new();
    loop {
        match poll_once(items.next()) {
            Poll::Pending => {}
            Poll::Ready(Some(item)) => items_read.push(item.unwrap()),
            Poll::Ready(None) => break,
        }
    }
    assert_eq!(items_read, [1, 2]);
    assert_eq!(client.tokens(), [None, Some("a".into()), Some("b".into())]);
}

#[tokio::test]
async fn the_full_result_is_the_same_as_without_prefetch() {
    let client = Client::new([page([1], Some("a")), page([2], None)]);
    let full = client.list_paginator(input()).prefetch(1).full_result().await.unwrap();
    assert_eq!(full.output.items, [1, 2]);
}

#[tokio::test]
async fn a_boxed_listing_is_prefetched() {
    let client = Client::new([page([1], Some("a")), page([2], None)]);
    let mut items = client.list_paginator(input()).prefetch(1).boxed().items();
    assert_eq!(items.next().await, Some(Ok(1)));
    assert_eq!(client.requests().len(), 2);
}
