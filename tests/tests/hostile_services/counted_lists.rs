//! Services whose totals are wrong, and which clamp, wrap, or ignore a position.

use paginated::{Error, Page, paginated};
use paginated_tests::fixture::{ScriptedClient, Throttled, read_all};

#[derive(Clone, Debug, Default, PartialEq)]
struct Input {
    position: i8,
}

#[derive(Page)]
struct Output {
    items: Vec<u32>,
    total: Option<i64>,
    echo: Option<i64>,
}

type Client = ScriptedClient<Input, Output>;
type ListResult = Result<Output, Throttled>;

#[paginated(offset = "position", total_items = "total", echo = "echo", result_key = "items")]
async fn by_offset(client: Client, input: Input) -> ListResult {
    client.respond(input).await
}

#[paginated(page_number = "position", start = 1, total_items = "total", echo = "echo", result_key = "items")]
async fn by_page(client: Client, input: Input) -> ListResult {
    client.respond(input).await
}

#[paginated(page_number = "position", start = 1, total_pages = "total", echo = "echo", result_key = "items")]
async fn by_page_of(client: Client, input: Input) -> ListResult {
    client.respond(input).await
}

fn page(items: &[u32], total: Option<i64>) -> Output {
    Output { items: items.to_vec(), total, echo: None }
}

fn positions(client: &Client) -> Vec<i8> {
    client.requests().into_iter().map(|request| request.position).collect()
}

/// Reads a list of scripted pages in all counted styles. Returns the items and the number of requests.
macro_rules! read {
    ($list:ident, [$($page:expr),*]) => {{
        let client = Client::with_pages([$($page),*]);
        let mut items = $list(client.clone(), Input::default()).items();
        let (found, error) = read_all(&mut items).await;
        assert_eq!(error, None);
        assert_eq!(items.resume_token(), None);
        (found, client.requests().len())
    }};
}

#[tokio::test]
async fn a_total_smaller_than_the_items_received_ends_a_list_after_them() {
    assert_eq!(read!(by_offset_paginator, [page(&[1, 2, 3], Some(1))]), (vec![1, 2, 3], 1));
    assert_eq!(read!(by_page_paginator, [page(&[1, 2, 3], Some(1))]), (vec![1, 2, 3], 1));
    assert_eq!(read!(by_page_of_paginator, [page(&[1], Some(3)), page(&[2], Some(1))]), (vec![1, 2], 2));
    assert_eq!(read!(by_offset_paginator, [page(&[1], Some(2)), page(&[2, 3, 4], Some(2))]), (vec![1, 2, 3, 4], 2));
}

/// Workday reports the total with the first page, and 0 with the others: freehire PR 725.
#[tokio::test]
async fn a_total_of_zero_on_a_page_with_items_is_unknown() {
    let pages = || [page(&[1, 2], Some(3)), page(&[3], Some(0))];
    let [a, b] = pages();
    assert_eq!(read!(by_offset_paginator, [a, b]), (vec![1, 2, 3], 2));
    let [a, b] = pages();
    assert_eq!(read!(by_page_paginator, [a, b]), (vec![1, 2, 3], 2));
    let pages = || [page(&[1], Some(0)), page(&[2], Some(0)), page(&[], Some(0))];
    let [a, b, c] = pages();
    assert_eq!(read!(by_offset_paginator, [a, b, c]), (vec![1, 2], 3));
    let [a, b, c] = pages();
    assert_eq!(read!(by_page_paginator, [a, b, c]), (vec![1, 2], 3));
    let [a, b, c] = pages();
    assert_eq!(read!(by_page_of_paginator, [a, b, c]), (vec![1, 2], 3));
}

/// The total of the empty page was remembered, and ended the list after the next page.
#[tokio::test]
async fn a_total_of_zero_on_an_empty_page_whose_flag_says_more_is_unknown() {
    #[derive(Page)]
    struct Output {
        items: Vec<u32>,
        total: u32,
        has_more: Option<bool>,
    }

    #[paginated(page_number = page, start = 1, total_items = "total", more_results = "has_more", result_key = "items")]
    fn list(page: u32) -> Result<Output, u8> {
        // The second page is empty, and only its flag says that there are more.
        let items = if page == 2 || page > 4 { vec![] } else { vec![page] };
        Ok(Output { items, total: 0, has_more: (page == 2).then_some(true) })
    }

    let mut items = list_paginator(1).items();
    assert_eq!((items.next(), items.next()), (Some(Ok(1)), Some(Ok(3))));
    assert_eq!(items.total(), None);
    assert_eq!((items.next(), items.next()), (Some(Ok(4)), None));
}

#[tokio::test]
async fn a_negative_total_is_unknown() {
    assert_eq!(
        read!(by_offset_paginator, [page(&[1], Some(-1)), page(&[2], Some(-1)), page(&[], Some(-1))]),
        (vec![1, 2], 3)
    );
    assert_eq!(read!(by_page_paginator, [page(&[1], Some(i64::MIN)), page(&[], None)]), (vec![1], 2));
    assert_eq!(read!(by_page_of_paginator, [page(&[1], Some(-1)), page(&[], None)]), (vec![1], 2));
}

#[tokio::test]
async fn a_total_that_changes_is_followed_as_last_reported() {
    // It grows, is absent, and shrinks.
    let pages = || [page(&[1, 2], Some(3)), page(&[3], Some(6)), page(&[4], None), page(&[5], Some(5))];
    let [a, b, c, d] = pages();
    assert_eq!(read!(by_offset_paginator, [a, b, c, d]), (vec![1, 2, 3, 4, 5], 4));
    let [a, b, c, d] = pages();
    assert_eq!(read!(by_page_paginator, [a, b, c, d]), (vec![1, 2, 3, 4, 5], 4));
    assert_eq!(
        read!(by_page_of_paginator, [page(&[1], Some(2)), page(&[2], Some(4)), page(&[3], Some(3))]),
        (vec![1, 2, 3], 3)
    );
}

#[tokio::test]
async fn a_huge_total_is_followed_to_an_empty_page() {
    assert_eq!(read!(by_offset_paginator, [page(&[1], Some(i64::MAX)), page(&[], Some(i64::MAX))]), (vec![1], 2));
    assert_eq!(read!(by_page_of_paginator, [page(&[1], Some(i64::MAX)), page(&[], Some(i64::MAX))]), (vec![1], 2));
}

#[derive(Clone, Copy)]
enum OutOfRange {
    /// Answers the last page: Django's `get_page`.
    Clamp,
    /// Begins again.
    Wrap,
    /// Answers the first page to every number.
    Ignore,
}

/// Returns the page of a service with the pages 1 to 3, of two items each. The page has the number of the page that it is.
fn answer(page: u32, kind: OutOfRange) -> (Vec<u32>, u32) {
    let page = match kind {
        OutOfRange::Clamp => page.clamp(1, 3),
        OutOfRange::Wrap => (page - 1) % 3 + 1,
        OutOfRange::Ignore => 1,
    };
    (vec![page * 2 - 1, page * 2], page)
}

#[tokio::test]
async fn an_echo_of_another_page_is_an_error_and_the_page_is_not_yielded() {
    #[paginated(page_number = page, start = 1, result_key = items, echo = echo)]
    async fn list(kind: OutOfRange, page: Option<u32>) -> Result<Output, u8> {
        let (items, echo) = answer(page.unwrap(), kind);
        Ok(Output { items, total: None, echo: Some(echo.into()) })
    }

    for (kind, expected) in [(OutOfRange::Clamp, 6), (OutOfRange::Wrap, 6), (OutOfRange::Ignore, 2)] {
        let mut items = list_paginator(kind, None).items();
        let (found, error) = read_all(&mut items).await;
        assert_eq!(found, (1..=expected).collect::<Vec<_>>());
        let is_expected = |error: &Option<Error<u8>>| {
            matches!(error, Some(Error::WrongPosition(error))
                if error.key == "echo" && error.operation == "list" && error.pages == u64::from(expected) / 2)
        };
        assert!(is_expected(&error), "{error:?}");
        // The page is requested again, by `retry` and by the resume token.
        items.retry();
        let (found, error) = read_all(&mut items).await;
        assert!(found.is_empty() && is_expected(&error), "{found:?}, {error:?}");
        let token = items.resume_token().unwrap();
        let (found, error) = read_all(list_paginator(kind, None).starting_token(token).items()).await;
        assert!(found.is_empty() && matches!(error, Some(Error::WrongPosition(_))), "{found:?}, {error:?}");
    }
}

#[tokio::test]
async fn a_page_that_is_right_after_a_wrong_echo_is_yielded() {
    let echo = |items: &[u32], echo| Output { items: items.to_vec(), total: None, echo };
    let script = || [echo(&[1, 2], Some(0)), echo(&[1, 2], Some(0)), echo(&[3], Some(2)), echo(&[], None)];
    let client = Client::with_pages(script());
    let mut items = by_offset_paginator(client.clone(), Input::default()).items();
    let (mut found, error) = read_all(&mut items).await;
    assert!(matches!(error, Some(Error::WrongPosition(_))), "{error:?}");
    items.retry();
    let (rest, error) = read_all(&mut items).await;
    found.extend(rest);
    assert_eq!((found, error), (vec![1, 2, 3], None));
    assert_eq!(positions(&client), [0, 2, 2, 3]);

    let client = Client::with_pages(script());
    let (found, error) = read_all(by_offset_paginator(client, Input::default()).prefetch(1).pages()).await;
    assert_eq!(found.len(), 1);
    assert!(matches!(error, Some(Error::WrongPosition(_))), "{error:?}");
}

#[tokio::test]
async fn an_echo_that_is_not_a_position_is_another_page() {
    let client = Client::with_pages([Output { items: vec![1], total: None, echo: Some(0) }]);
    let (found, error) = read_all(by_page_paginator(client, Input::default()).items()).await;
    assert!(found.is_empty() && matches!(error, Some(Error::WrongPosition(_))), "{error:?}");
}

#[tokio::test]
async fn without_an_echo_a_list_is_endless_until_max_pages() {
    #[paginated(page_number = page, start = 1, result_key = items)]
    async fn pages(kind: OutOfRange, page: u32) -> Result<Output, u8> {
        Ok(Output { items: answer(page, kind).0, total: None, echo: None })
    }
    #[paginated(offset = offset, result_key = items)]
    async fn offsets(kind: OutOfRange, offset: u32) -> Result<Output, u8> {
        Ok(Output { items: answer(offset / 2 + 1, kind).0, total: None, echo: None })
    }

    for kind in [OutOfRange::Clamp, OutOfRange::Wrap, OutOfRange::Ignore] {
        let mut items = pages_paginator(kind, 0).max_pages(50).items();
        let (found, error) = read_all(&mut items).await;
        assert_eq!(found.len(), 100);
        assert!(matches!(error, Some(Error::TooManyPages(error)) if error.pages == 50));
        let (found, error) = read_all(offsets_paginator(kind, 0).max_pages(50).items()).await;
        assert_eq!(found.len(), 100);
        assert!(matches!(error, Some(Error::TooManyPages(error)) if error.key == "offset"));
    }
}

#[tokio::test]
async fn a_total_ends_a_list_of_a_service_that_ignores_the_position() {
    let pages = || (0..2).map(|_| page(&[1, 2], Some(4)));
    let client = Client::with_pages(pages());
    assert_eq!(read_all(by_offset_paginator(client, Input::default()).items()).await, (vec![1, 2, 1, 2], None));
    let client = Client::with_pages(pages());
    assert_eq!(read_all(by_page_paginator(client, Input::default()).items()).await, (vec![1, 2, 1, 2], None));
}

#[tokio::test]
async fn a_position_that_does_not_fit_is_an_error_after_the_items_before_it() {
    let many: Vec<u32> = (0..100).collect();
    let client = Client::with_pages([page(&many, None), page(&many, None)]);
    let mut items = by_offset_paginator(client.clone(), Input::default()).items();
    let (found, error) = read_all(&mut items).await;
    assert_eq!(found.len(), 200);
    assert!(matches!(&error, Some(Error::PositionOverflow(error)) if error.key == "position" && error.pages == 2));
    assert_eq!(positions(&client), [0, 100]);
    // Another client, with a larger field, can continue there.
    let token = items.resume_token().unwrap().to_string();
    assert_eq!(items.next().await, None);
    let client = Client::with_pages([]);
    let (found, error) = read_all(by_offset_paginator(client, Input::default()).starting_token(token).items()).await;
    assert!(found.is_empty() && matches!(error, Some(Error::PositionOverflow(_))), "{error:?}");

    let client = Client::with_pages((0..2).map(|_| page(&[7], None)));
    let (found, error) = read_all(by_page_paginator(client.clone(), Input { position: 126 }).items()).await;
    assert_eq!(found, [7, 7]);
    assert!(matches!(&error, Some(Error::PositionOverflow(error)) if error.pages == 2), "{error:?}");
    assert_eq!(positions(&client), [126, 127]);
    // The last page ends the list, and no position after it is needed.
    let client = Client::with_pages([page(&[7], None), page(&[], None)]);
    assert_eq!(read_all(by_page_paginator(client, Input { position: 126 }).items()).await, (vec![7], None));
}

#[tokio::test]
async fn the_largest_position_is_not_an_endless_list() {
    #[paginated(page_number = page, start = 0, result_key = items)]
    async fn pages(page: u64) -> Result<Output, u8> {
        Ok(self::page(&[u32::try_from(u64::MAX - page).unwrap()], None))
    }
    #[paginated(offset = offset, result_key = items)]
    async fn offsets(offset: u128) -> Result<Output, u8> {
        Ok(self::page(&[u32::try_from(u128::from(u64::MAX) - offset).unwrap()], None))
    }

    let (found, error) = read_all(pages_paginator(u64::MAX - 1).items()).await;
    assert_eq!(found, [1, 0]);
    assert!(matches!(&error, Some(Error::PositionOverflow(error)) if error.pages == 2), "{error:?}");
    let (found, error) = read_all(offsets_paginator((u64::MAX - 1).into()).items()).await;
    assert_eq!(found, [1, 0]);
    assert!(matches!(&error, Some(Error::PositionOverflow(error)) if error.pages == 2), "{error:?}");
}

#[tokio::test]
async fn a_page_that_exceeds_the_largest_offset_is_followed_by_an_error() {
    #[paginated(offset = offset, result_key = items)]
    async fn offsets(offset: u64) -> Result<Output, u8> {
        assert_eq!(offset, u64::MAX - 1, "the offset after this page does not exist");
        Ok(self::page(&[1, 2, 3], None))
    }

    let mut items = offsets_paginator(u64::MAX - 1).items();
    let mut found = Vec::new();
    let error = loop {
        match items.next().await {
            Some(Ok(item)) => found.push(item),
            other => break other,
        }
    };
    assert_eq!(found, [1, 2, 3]);
    assert!(matches!(&error, Some(Err(Error::PositionOverflow(error))) if error.pages == 1), "{error:?}");
    // The list can be resumed only in the page before the error.
    let token = items.resume_token().unwrap();
    assert_eq!(items.next().await, None);
    let resumed = offsets_paginator(0).starting_token(&token).items().next().await;
    assert!(matches!(resumed, Some(Err(Error::PositionOverflow(_)))), "{resumed:?}");
}

#[tokio::test]
async fn a_starting_token_that_is_not_a_position_is_rejected() {
    for token in ["-1", "1.5", "18446744073709551616", "abc", " 1"] {
        let item =
            by_offset_paginator(Client::with_pages([]), Input::default()).starting_token(token).items().next().await;
        assert!(matches!(item, Some(Err(Error::StartingToken(_)))), "{token:?}: {item:?}");
        let item =
            by_page_paginator(Client::with_pages([]), Input::default()).starting_token(token).items().next().await;
        assert!(matches!(item, Some(Err(Error::StartingToken(_)))), "{token:?}: {item:?}");
    }
    let item = by_offset_paginator(Client::with_pages([]), Input::default()).starting_token("128").items().next().await;
    assert!(matches!(item, Some(Err(Error::PositionOverflow(_)))), "{item:?}");
}
