//! Listings that never end: cycles of tokens, new tokens forever, requests that always fail.

use paginated::{Error, Page, paginated};
use paginated_tests::fixture::{Client, ListInput, Throttled, flagged_page, page};

/// The request of a service whose tokens are numbers.
#[derive(Clone)]
struct Input {
    token: Option<u64>,
    /// Returns the token after a token.
    next: fn(u64) -> u64,
    /// The number of items of each page.
    items: usize,
}

#[derive(Debug, Page)]
struct Output {
    items: Vec<u64>,
    token: u64,
}

#[paginated(input_token = "Token", output_token = "Token", result_key = "Items")]
async fn list(input: Input) -> Result<Output, Throttled> {
    let number = input.token.unwrap_or(1);
    Ok(Output { items: vec![number; input.items], token: (input.next)(number) })
}

/// `properties::cycles` tests short cycles.
#[tokio::test]
async fn a_cycle_of_ten_thousand_tokens_is_an_error() {
    // 1, 2, …, 9, then from 10 to 10,010 and back to 10.
    let next = |number| if number == 10_010 { 10 } else { number + 1 };
    for items in [0, 1] {
        let input = Input { token: None, next, items };
        let mut items = list_paginator(input).items();
        let mut count = 0;
        let error = loop {
            match items.next().await {
                Some(Ok(_)) => count += 1,
                Some(Err(error)) => break error,
                None => panic!("the listing ended without an error"),
            }
        };
        assert!(matches!(error, Error::TokenCycle(_)), "{error}");
        assert!(items.pages_fetched() <= 3 * 10_010, "{} pages", items.pages_fetched());
        assert_eq!(items.items_given(), count);
        assert_eq!(items.next().await, None);
    }
}

#[tokio::test]
async fn empty_pages_with_new_tokens_forever_end_at_max_pages() {
    let input = Input { token: None, next: |number| number + 1, items: 0 };
    let mut items = list_paginator(input.clone()).max_pages(10_000).items();
    let error = items.next().await.unwrap().unwrap_err();
    assert!(matches!(&error, Error::TooManyPages(at) if at.pages == 10_000), "{error}");
    assert_eq!(
        error.to_string(),
        "`list` stopped after 10000 pages at `Token`: there are more pages than `max_pages` allows"
    );
    assert_eq!(items.next().await, None);

    let token = items.resume_token().unwrap();
    let mut pages = list_paginator(input).max_pages(1).starting_token(token).pages();
    assert_eq!(pages.next().await.unwrap().unwrap().token, 10_002, "it resumes after the last page");

    let input = Input { token: None, next: |number| number + 1, items: 0 };
    let error = list_paginator(input).max_pages(3).full_result().await.unwrap_err();
    assert!(matches!(error.error, Error::TooManyPages(_)));
    assert_eq!(error.output.unwrap().token, 4);
    assert!(error.resume_token.is_some());
}

#[tokio::test]
async fn max_pages_of_zero_sends_nothing() {
    let client = Client::new([]);
    let mut items = client.list_paginator(ListInput::default()).max_pages(0).items();
    assert!(matches!(items.next().await, Some(Err(Error::TooManyPages(at))) if at.pages == 0));
    assert_eq!(items.next().await, None);
    assert!(items.resume_token().is_some());
}

#[tokio::test]
async fn a_flag_that_is_never_false_ends_at_a_repeated_token() {
    let client = Client::new([flagged_page([1], Some("a"), Some(true)), flagged_page([2], Some("a"), Some(true))]);
    let mut items = client.list_flagged_paginator(ListInput::default()).items();
    assert_eq!((items.next().await, items.next().await), (Some(Ok(1)), Some(Ok(2))));
    assert!(matches!(items.next().await, Some(Err(Error::RepeatedToken(_)))));
    assert_eq!(items.next().await, None);
}

/// Failed requests do not count towards `max_pages`.
#[tokio::test]
async fn a_page_is_read_after_ten_thousand_failed_requests() {
    let failures = (0..10_000).map(|_| Err(Throttled));
    let client = Client::new([page([1], Some("a"))].into_iter().chain(failures).chain([page([2], None)]));
    let mut items = client.list_paginator(ListInput::default()).max_pages(2).items();
    let (mut items_read, mut failures) = (Vec::new(), 0);
    loop {
        match items.next().await {
            Some(Ok(item)) => items_read.push(item),
            Some(Err(error)) => {
                assert_eq!(error, Error::Operation(Throttled));
                failures += 1;
                items.retry();
            }
            None => break,
        }
    }
    assert_eq!((items_read, failures, items.pages_fetched()), (vec![1, 2], 10_000, 2));
}
