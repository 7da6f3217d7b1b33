//! Responses that arrive after their call was dropped.

use paginated::Error;
use paginated_tests::fixture::{Client, ListInput, Throttled, page, poll_once};

fn input() -> ListInput {
    ListInput::default()
}

/// The dropped call does not cancel the request, and the next call returns its page.
#[tokio::test]
async fn a_page_that_arrives_after_a_dropped_call_is_returned_by_the_next_call() {
    let client = Client::new([page([1], Some("a")), page([2], None)]).pending(5);
    let mut items = client.list_paginator(input()).items();
    for _ in 0..5 {
        assert!(poll_once(items.next()).is_pending());
    }
    // No call is waiting now.
    assert_eq!(client.requests().len(), 1);
    assert_eq!((items.next().await, items.next().await, items.next().await), (Some(Ok(1)), Some(Ok(2)), None));
    assert_eq!(client.requests().len(), 2);
}

/// Dropping the stream cancels its request, and another stream sends it again.
#[tokio::test]
async fn a_stream_resumed_after_a_dropped_stream_sends_its_request_again() {
    let client = Client::new([page([1], Some("a")), page([2], None), page([2], None)]).pending(5);
    let mut items = client.list_paginator(input()).items();
    assert_eq!(items.next().await, Some(Ok(1)));
    assert!(poll_once(items.next()).is_pending());
    let token = items.resume_token().unwrap();
    drop(items);
    let mut items = client.list_paginator(input()).starting_token(token).items();
    assert_eq!((items.next().await, items.next().await), (Some(Ok(2)), None));
    assert_eq!(client.tokens(), [None, Some("a".into()), Some("a".into())]);
}

#[tokio::test]
async fn retry_with_a_request_in_flight_sends_no_other_request() {
    let client = Client::new([Err(Throttled), page([1], None)]).pending(2);
    let mut items = client.list_paginator(input()).items();
    assert!(poll_once(items.next()).is_pending());
    items.retry();
    assert!(poll_once(items.next()).is_pending());
    assert_eq!(client.requests().len(), 1);
    assert_eq!(items.next().await, Some(Err(Error::Operation(Throttled))));
    items.retry();
    items.retry();
    assert_eq!((items.next().await, items.next().await), (Some(Ok(1)), None));
    assert_eq!(client.requests().len(), 2);
}
