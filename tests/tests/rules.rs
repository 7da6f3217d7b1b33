//! The rules of paging. Each test is named after its rule.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;

use futures::stream::FusedStream;
use futures::{StreamExt, TryStreamExt};
use paginated::{Error, Page, ResumeToken, paginated};
use paginated_tests::fixture::{Client, ListInput, Throttled, flagged_page, page, poll_once, read_all};

fn input() -> ListInput {
    ListInput::default()
}

fn token(token: &str) -> Option<String> {
    Some(token.to_owned())
}

#[tokio::test]
async fn nothing_is_sent_until_the_first_poll() {
    let client = Client::new([page([1], None)]);
    let mut items = client.list_paginator(input()).page_size(5).max_items(3).items();
    let next = items.next();
    assert_eq!(client.requests(), []);
    assert_eq!(next.await, Some(Ok(1)));
    assert_eq!(client.requests(), [ListInput { token: None, limit: Some(5) }]);
}

#[tokio::test]
async fn one_request_is_in_flight_at_a_time() {
    let client = Client::new([page([1], Some("a")), page([2], None)]).pending(2);
    let mut items = client.list_paginator(input()).items();
    assert!(poll_once(items.next()).is_pending());
    assert!(poll_once(items.next()).is_pending());
    assert_eq!(client.requests().len(), 1);
    assert_eq!(read_all(&mut items).await, (vec![1, 2], None));
}

#[tokio::test]
async fn max_items_of_zero_sends_nothing() {
    let client = Client::new([]);
    let mut items = client.list_paginator(input()).max_items(0).items();
    assert_eq!(items.next().await, None);
    assert!(items.resume_token().is_some(), "no item was yielded yet");
    let mut pages = client.list_paginator(input()).max_items(0).pages();
    assert!(pages.next().await.is_none());
    let error = client.list_paginator(input()).max_items(0).full_result().await.unwrap_err();
    assert!(matches!(error.error, Error::NoPages { .. }), "{error}");
    assert!(error.resume_token.is_some());
}

#[tokio::test]
async fn max_items_requests_no_page_after_the_last_item() {
    let client = Client::new([page([1, 2], Some("a")), page([3, 4], Some("b"))]);
    let mut items = client.list_paginator(input()).max_items(4).items();
    assert_eq!(read_all(&mut items).await, (vec![1, 2, 3, 4], None));
    assert_eq!(client.tokens(), [None, token("a")]);
}

#[tokio::test]
async fn pages_count_the_items_that_are_not_trimmed() {
    #[paginated(input_token = "Token")]
    fn list_without_items(input: ListInput) -> Result<Output, Throttled> {
        Ok(Output { items: vec![1, 2], token: input.token.is_none().then(|| "a".to_owned()) })
    }
    #[derive(Page)]
    struct Output {
        items: Vec<u32>,
        token: Option<String>,
    }

    let client = Client::new([page([1, 2], Some("a")), page([], Some("b")), page([3, 4, 5], Some("c"))]);
    let mut pages = client.list_paginator(input()).max_items(4).boxed().pages();
    let mut counts = Vec::new();
    while let Some(page) = pages.next().await {
        counts.push((page.unwrap().items.len(), pages.items_given()));
    }
    assert_eq!(counts, [(2, 2), (0, 2), (2, 4)]);
    let mut pages = list_without_items_paginator(input()).pages();
    assert_eq!(pages.by_ref().map(|page| page.unwrap().items.len()).sum::<usize>(), 4);
    assert_eq!(pages.items_given(), 0);
}

#[tokio::test]
async fn an_absent_token_ends_the_listing() {
    let client = Client::new([page([1], Some("a")), page([2], None)]);
    assert_eq!(read_all(client.list_paginator(input()).items()).await, (vec![1, 2], None));
}

#[tokio::test]
async fn an_empty_token_ends_the_listing() {
    let client = Client::new([page([1], Some("a")), page([2], Some(""))]);
    let mut items = client.list_paginator(input()).items();
    assert_eq!(read_all(&mut items).await, (vec![1, 2], None));
    assert_eq!(items.resume_token(), None);
}

#[tokio::test]
async fn the_first_request_is_sent_as_the_caller_made_it() {
    for first in [None, token(""), token("a")] {
        let client = Client::new([page([1], Some("b")), page([2], None)]);
        let request = ListInput { token: first.clone(), limit: Some(7) };
        let mut items = client.list_paginator(request.clone()).items();
        assert_eq!(read_all(&mut items).await, (vec![1, 2], None));
        assert_eq!(client.requests(), [request, ListInput { token: token("b"), limit: Some(7) }]);
    }
}

#[tokio::test]
async fn an_empty_token_of_the_caller_is_sent_again_when_its_page_is_resumed() {
    let client = Client::new([page([1, 2], Some("b")), page([1, 2], None)]);
    let request = ListInput { token: token(""), limit: None };
    let mut items = client.list_paginator(request).items();
    assert_eq!(items.next().await, Some(Ok(1)));
    let printed = items.resume_token().unwrap().to_string();
    assert_eq!(read_all(client.list_paginator(input()).starting_token(printed).items()).await, (vec![2], None));
    assert_eq!(client.tokens(), [token(""), token("")]);
}

#[tokio::test]
async fn a_flag_that_is_false_ends_the_listing_even_with_a_token() {
    let client = Client::new([flagged_page([1], Some("a"), Some(true)), flagged_page([2], Some("b"), Some(false))]);
    let mut items = client.list_flagged_paginator(input()).items();
    assert_eq!(read_all(&mut items).await, (vec![1, 2], None));
    assert_eq!(items.resume_token(), None);
}

#[tokio::test]
async fn an_absent_flag_lets_the_token_decide() {
    let responses =
        [flagged_page([1], Some("a"), None), flagged_page([], Some("b"), None), flagged_page([2], None, None)];
    let client = Client::new(responses);
    let mut items = client.list_flagged_paginator(input()).items();
    assert_eq!(read_all(&mut items).await, (vec![1, 2], None));
    assert_eq!(client.tokens(), [None, token("a"), token("b")]);
    assert_eq!(items.resume_token(), None);
}

#[tokio::test]
async fn a_flag_that_is_true_without_a_token_is_an_error_after_the_page() {
    for missing in [None, Some("")] {
        let client = Client::new([flagged_page([1], missing, Some(true))]);
        let mut items = client.list_flagged_paginator(input()).items();
        assert_eq!(items.next().await, Some(Ok(1)));
        let error = items.next().await.unwrap().unwrap_err();
        assert!(matches!(&error, Error::MissingToken(at) if at.key == "More" && at.pages == 1), "{error:?}");
        assert!(error.to_string().contains("list_flagged"), "{error}");
        assert_eq!(items.next().await, None);
    }
}

#[tokio::test]
async fn an_empty_page_with_a_token_is_not_the_end() {
    let client = Client::new([page([], Some("a")), page([], Some("b")), page([1], None)]);
    assert_eq!(read_all(client.list_paginator(input()).items()).await, (vec![1], None));
    assert_eq!(client.tokens(), [None, token("a"), token("b")]);
}

#[tokio::test]
async fn the_same_token_twice_in_a_row_is_an_error_after_the_page() {
    let client = Client::new([page([1], Some("a")), page([2], Some("a"))]);
    let mut items = client.list_paginator(input()).items();
    assert_eq!(items.next().await, Some(Ok(1)));
    assert_eq!(items.next().await, Some(Ok(2)));
    let error = items.next().await.unwrap().unwrap_err();
    assert!(matches!(&error, Error::RepeatedToken(at) if at.pages == 2 && at.key == "Token"), "{error:?}");
    assert_eq!(items.next().await, None);
    assert_eq!(client.requests().len(), 2);
}

#[tokio::test]
async fn a_token_equal_to_the_starting_token_is_repeated() {
    let client = Client::new([page([1], Some("a"))]);
    let (items_read, error) = read_all(client.list_paginator(input()).starting_token("a").items()).await;
    assert_eq!(items_read, [1]);
    assert!(matches!(error, Some(Error::RepeatedToken { .. })));
}

#[tokio::test]
async fn a_token_equal_to_the_request_s_token_is_repeated() {
    let client = Client::new([page([1], Some("a"))]);
    let request = ListInput { token: token("a"), limit: None };
    let (_, error) = read_all(client.list_paginator(request).items()).await;
    assert!(matches!(error, Some(Error::RepeatedToken { .. })));
}

#[tokio::test]
async fn a_repeated_token_ends_the_listing_with_the_stop_option() {
    let client = Client::new([page([1], Some("a")), page([2], Some("a"))]);
    let mut items = client.list_until_repeated_paginator(input()).items();
    assert_eq!(read_all(&mut items).await, (vec![1, 2], None));
    assert_eq!(items.resume_token(), None);
}

#[tokio::test]
async fn a_longer_cycle_is_an_error() {
    let tokens = ["a", "b"].into_iter().cycle().take(8).enumerate();
    let client = Client::new(tokens.map(|(n, token)| page([u32::try_from(n).unwrap()], Some(token))));
    let (items_read, error) = read_all(client.list_paginator(input()).items()).await;
    assert!(matches!(error, Some(Error::TokenCycle { .. })));
    assert!(items_read.len() <= 6, "{items_read:?}");
}

#[tokio::test]
async fn max_items_truncates_a_page_and_its_resume_token_continues_in_that_page() {
    let responses = || [page([1, 2, 3], Some("a")), page([4, 5, 6], None)];
    let client = Client::new(responses());
    let mut items = client.list_paginator(input()).max_items(5).items();
    assert_eq!(read_all(&mut items).await, (vec![1, 2, 3, 4, 5], None));
    let printed = items.resume_token().unwrap().to_string();

    let client = Client::new(responses().into_iter().skip(1));
    let mut items = client.list_paginator(input()).starting_token(&*printed).items();
    assert_eq!(read_all(&mut items).await, (vec![6], None));
    assert_eq!(client.tokens(), [token("a")]);
    assert_eq!(items.resume_token(), None);
}

#[tokio::test]
async fn the_resume_token_counts_the_items_yielded_so_far() {
    let client = Client::new([page([1, 2, 3], Some("a"))]);
    let mut items = client.list_paginator(input()).items();
    items.next().await.unwrap().unwrap();
    items.next().await.unwrap().unwrap();
    let resumed = Client::new([page([1, 2, 3], None)]);
    let token = items.resume_token().unwrap();
    assert_eq!(read_all(resumed.list_paginator(input()).starting_token(token).items()).await, (vec![3], None));
}

#[tokio::test]
async fn a_string_that_is_not_a_resume_token_is_sent_as_a_service_token() {
    let client = Client::new([page([1], None)]);
    assert_eq!(read_all(client.list_paginator(input()).starting_token("opaque").items()).await, (vec![1], None));
    assert_eq!(client.tokens(), [token("opaque")]);
}

#[tokio::test]
async fn a_token_of_another_operation_is_an_error_and_nothing_is_sent() {
    // {"Marker": "x"}
    let client = Client::new([]);
    let mut items = client.list_paginator(input()).starting_token("eyJNYXJrZXIiOiAieCJ9").items();
    let error = items.next().await.unwrap().unwrap_err();
    assert!(matches!(error, Error::StartingToken(_)), "{error:?}");
    assert!(error.to_string().contains("ResumeToken::service"), "{error}");
    assert_eq!(items.next().await, None);
}

#[tokio::test]
async fn a_service_token_is_never_decoded() {
    let client = Client::new([page([1], None)]);
    let service_token = ResumeToken::service("eyJNYXJrZXIiOiAieCJ9");
    assert_eq!(read_all(client.list_paginator(input()).starting_token(service_token).items()).await, (vec![1], None));
    assert_eq!(client.tokens(), [token("eyJNYXJrZXIiOiAieCJ9")]);
}

#[tokio::test]
async fn debug_does_not_print_tokens() {
    let client = Client::new([page([1], Some("secret")), page([2], Some("secret"))]);
    let paginator = client.list_paginator(input()).starting_token("secret-start");
    let mut printed = format!("{paginator:?}");
    let mut items = paginator.items();
    printed += &format!("{items:?}");
    let (_, error) = read_all(&mut items).await;
    printed += &format!("{items:?} {error:?} {}", error.as_ref().unwrap());
    printed += &format!("{:?}", items.resume_token());
    assert!(!printed.contains("secret"), "{printed}");
}

#[tokio::test]
async fn a_failed_request_ends_the_stream_and_retry_sends_it_again() {
    let client = Client::new([page([1], Some("a")), Err(Throttled), Err(Throttled), page([2], None)]);
    let mut items = client.list_paginator(input()).items();
    assert_eq!(items.next().await, Some(Ok(1)));
    for _ in 0..2 {
        assert_eq!(items.next().await, Some(Err(Error::Operation(Throttled))));
        assert_eq!(items.next().await, None);
        assert!(items.is_terminated());
        items.retry();
    }
    assert_eq!(read_all(&mut items).await, (vec![2], None));
    assert_eq!(client.tokens(), [None, token("a"), token("a"), token("a")]);
}

#[tokio::test]
async fn a_list_that_is_collected_by_reference_continues_after_an_error() {
    let client = Client::new([page([1], Some("a")), Err(Throttled), page([2], Some("b")), page([3], None)]);
    let mut items = client.list_paginator(input()).items();
    let collected: Result<Vec<_>, _> = (&mut items).try_collect().await;
    assert_eq!(collected, Err(Error::Operation(Throttled)));
    assert_eq!(items.items_given(), 1);
    items.retry();
    let collected: Result<Vec<_>, _> = (&mut items).try_collect().await;
    assert_eq!(collected, Ok(vec![2, 3]));
    assert_eq!(client.tokens(), [None, token("a"), token("a"), token("b")]);
}

#[tokio::test]
async fn the_resume_token_points_at_the_page_that_failed() {
    let client = Client::new([page([1], Some("a")), Err(Throttled)]);
    let mut items = client.list_paginator(input()).items();
    let (items_read, error) = read_all(&mut items).await;
    assert_eq!((items_read, error), (vec![1], Some(Error::Operation(Throttled))));
    let client = Client::new([page([2], None)]);
    let resumed = client.list_paginator(input()).starting_token(items.resume_token().unwrap());
    assert_eq!(read_all(resumed.items()).await, (vec![2], None));
    assert_eq!(client.tokens(), [token("a")]);
}

#[tokio::test]
async fn next_returns_none_after_the_end_and_sends_nothing() {
    let client = Client::new([page([1], None)]);
    let mut items = client.list_paginator(input()).items();
    assert_eq!(read_all(&mut items).await, (vec![1], None));
    items.retry();
    for _ in 0..3 {
        assert_eq!(items.next().await, None);
    }
    assert_eq!(client.requests().len(), 1);
}

/// Drops `next()` after each number of polls, and then reads the rest.
#[tokio::test]
async fn dropping_next_loses_no_page_and_repeats_no_request() {
    for polls in 0..6 {
        let client = Client::new([page([1, 2], Some("a")), page([], Some("b")), page([3], None)]).pending(3);
        let mut items = client.list_paginator(input()).items();
        let mut items_read = Vec::new();
        for _ in 0..polls {
            if let Poll::Ready(Some(item)) = poll_once(items.next()) {
                items_read.push(item.unwrap());
            }
        }
        let (rest, error) = read_all(&mut items).await;
        items_read.extend(rest);
        assert_eq!((items_read, error), (vec![1, 2, 3], None), "after {polls} polls");
        assert_eq!(client.requests().len(), 3);
    }
}

#[tokio::test]
async fn the_full_result_joins_all_pages() {
    let client = Client::new([page([1, 2], Some("a")), page([3], None)]);
    let full = client.list_paginator(input()).full_result().await.unwrap();
    assert_eq!(full.output.items, [1, 2, 3]);
    assert_eq!(full.resume_token, None);
}

#[tokio::test]
async fn an_error_of_the_full_result_has_the_items_collected_and_a_resume_token() {
    let client = Client::new([page([1, 2], Some("a")), Err(Throttled)]);
    let error = client.list_paginator(input()).full_result().await.unwrap_err();
    assert_eq!(error.error, Error::Operation(Throttled));
    assert_eq!(error.output.unwrap().items, [1, 2]);
    let client = Client::new([page([3], None)]);
    let rest = client.list_paginator(input()).starting_token(error.resume_token.unwrap());
    assert_eq!(rest.full_result().await.unwrap().output.items, [3]);
    assert_eq!(client.tokens(), [token("a")]);
}

/// Lists ten thousand pages and counts the items in memory.
#[tokio::test]
async fn at_most_one_page_of_items_is_in_memory() {
    struct CountedItem(Arc<AtomicUsize>);
    impl Drop for CountedItem {
        fn drop(&mut self) {
            self.0.fetch_sub(1, Ordering::Relaxed);
        }
    }
    #[derive(Page)]
    struct Output {
        items: Vec<CountedItem>,
        token: Option<u32>,
    }
    #[derive(Clone)]
    struct Input {
        token: Option<u32>,
        alive: Arc<AtomicUsize>,
    }
    #[paginated(input_token = "Token", output_token = "Token", result_key = "Items")]
    async fn list(input: Input) -> Result<Output, Throttled> {
        let page = input.token.unwrap_or(0) + 1;
        let alive = input.alive.fetch_add(10, Ordering::Relaxed) + 10;
        assert!(alive <= 11, "{alive} items are in memory; expected this page's ten and the current one");
        let items = (0..10).map(|_| CountedItem(Arc::clone(&input.alive))).collect();
        Ok(Output { items, token: (page < 10_000).then_some(page) })
    }

    let alive = Arc::default();
    let mut items = list_paginator(Input { token: None, alive: Arc::clone(&alive) }).items();
    while let Some(item) = items.next().await {
        item.unwrap();
    }
    assert_eq!((items.items_given(), items.pages_fetched()), (100_000, 10_000));
}

#[tokio::test]
async fn size_hint_bounds_the_items_left_at_every_step() {
    for max in [None, Some(0), Some(2), Some(3), Some(4), Some(9)] {
        let responses = [page([1, 2, 3], Some("a")), page([], Some("b")), page([4, 5], None)];
        let client = Client::new(responses);
        let paginator = client.list_paginator(input());
        let mut items = match max {
            Some(max) => paginator.max_items(max).items(),
            None => paginator.items(),
        };
        let mut hints = vec![items.size_hint()];
        while items.next().await.is_some() {
            hints.push(items.size_hint());
        }
        let count = hints.len() - 1;
        for (items_read, (lower, upper)) in hints.into_iter().enumerate() {
            let left = count - items_read;
            assert!(
                lower <= left && upper.is_none_or(|upper| left <= upper),
                "{max:?} {items_read}: {lower} {upper:?}"
            );
        }
    }
}

#[tokio::test]
async fn items_and_pages_work_with_stream_ext() {
    let client = Client::new([page([1, 2], Some("a")), page([3], None)]);
    let doubled: Vec<_> = client.list_paginator(input()).items().map(|item| item.unwrap() * 2).collect().await;
    assert_eq!(doubled, [2, 4, 6]);
    let client = Client::new([page([1, 2], Some("a")), page([3], None)]);
    let pages: Vec<_> = client.list_paginator(input()).pages().try_collect().await.unwrap();
    assert_eq!(pages.len(), 2);
}

#[tokio::test]
async fn max_pages_is_an_error_with_a_resume_token() {
    let client = Client::new([page([1], Some("a")), page([2], Some("b"))]);
    let mut items = client.list_paginator(input()).max_pages(2).items();
    let (items_read, error) = read_all(&mut items).await;
    assert_eq!(items_read, [1, 2]);
    assert!(matches!(error, Some(Error::TooManyPages { .. })));
    let client = Client::new([page([3], None)]);
    let rest = client.list_paginator(input()).starting_token(items.resume_token().unwrap());
    assert_eq!(read_all(rest.items()).await, (vec![3], None));
}
