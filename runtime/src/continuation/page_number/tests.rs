//! The tests of [`PageNumber`], alone and with the driver.

use core::cell::{Cell, RefCell};

use super::super::tests::{Page, Request, collect, paginator, read_number, write_number};
use super::*;
use crate::error::Error;
use crate::operation::{HasItems, HasPageSize, Operation};
use crate::paginator::Paginator;
use crate::stream::Blocking;

/// A page number. The page type is fixed, so that calls need no type annotations.
fn page_number(start: u64) -> impl Continuation<Request = Request, Page = Page, Position = NumberedPage> {
    PageNumber { name: "page", start, read: read_number, write: write_number, page_type: PhantomData }
}

/// Returns a request for a page.
fn at(page: impl Into<Option<u8>>) -> Request {
    Request { number: page.into(), page_size: None }
}

fn numbered(number: u64, elements_before: impl Into<Option<u64>>) -> NumberedPage {
    NumberedPage { number, elements_before: elements_before.into() }
}

/// Returns the page after one of `items` items at `position`, if the first page has the number 1.
fn next(
    position: Option<NumberedPage>,
    items: usize,
    total: Option<Total>,
    more: Option<bool>,
) -> Option<NumberedPage> {
    let context = PageContext { position: position.as_ref(), elements: items, total, more_results: more };
    page_number(1).next(&mut Page::default(), context).ok().flatten()
}

#[test]
fn the_first_request_holds_the_number_of_the_caller_or_the_start() {
    for (caller, expected) in [(None, 1), (Some(1), 1), (Some(7), 7), (Some(0), 0)] {
        let mut request = at(caller);
        let initial = page_number(1).initial(&mut request);
        assert_eq!(initial, (expected != 1).then(|| numbered(expected.into(), None)));
        assert!(initial.is_some() || page_number(1).write(&mut request, None));
        assert_eq!(request.number, Some(expected));
    }
}

#[test]
fn the_next_page_has_the_next_number_and_counts_the_elements_before_it() {
    assert_eq!(next(None, 10, None, None), Some(numbered(2, 10)));
    assert_eq!(next(Some(numbered(2, 10)), 9, None, None), Some(numbered(3, 19)));
    assert_eq!(next(Some(numbered(2, None)), 9, None, None), Some(numbered(3, None)));
}

#[test]
fn an_empty_page_ends_the_list_even_if_the_total_is_larger() {
    assert_eq!(next(None, 0, None, None), None);
    assert_eq!(next(None, 0, Some(Total::Items(50)), None), None);
    assert_eq!(next(None, 0, Some(Total::Pages(50)), None), None);
}

#[test]
fn a_total_ends_the_list_when_that_many_items_or_pages_were_received() {
    assert_eq!(next(None, 10, Some(Total::Items(10)), None), None);
    assert_eq!(next(None, 10, Some(Total::Items(11)), None), Some(numbered(2, 10)));
    assert_eq!(next(Some(numbered(2, 10)), 1, Some(Total::Items(11)), None), None);
    assert_eq!(next(None, 10, Some(Total::Pages(1)), None), None);
    assert_eq!(next(None, 10, Some(Total::Pages(2)), None), Some(numbered(2, 10)));
}

#[test]
fn a_true_flag_continues_the_list_after_the_total_and_after_an_empty_page() {
    assert_eq!(next(None, 0, None, Some(true)), Some(numbered(2, 0)));
    assert_eq!(next(None, 10, Some(Total::Items(10)), Some(true)), Some(numbered(2, 10)));
}

#[test]
fn a_list_that_began_at_a_number_of_the_caller_uses_the_total_of_pages_only() {
    let page = numbered(5, None);
    assert_eq!(next(Some(page), 10, Some(Total::Items(10)), None), Some(numbered(6, None)));
    assert_eq!(next(Some(page), 10, Some(Total::Pages(5)), None), None);
}

#[test]
fn a_page_is_past_the_total_if_that_many_items_or_pages_are_before_it() {
    let is_past = |position: Option<NumberedPage>, total| page_number(1).is_past_total(position.as_ref(), total);
    assert!(!is_past(Some(numbered(3, 9)), Total::Items(10)) && is_past(Some(numbered(3, 10)), Total::Items(10)));
    assert!(!is_past(Some(numbered(3, None)), Total::Items(10)));
    assert!(!is_past(Some(numbered(3, 9)), Total::Pages(3)) && is_past(Some(numbered(3, 9)), Total::Pages(2)));
    assert!(!is_past(None, Total::Items(1)) && is_past(None, Total::Items(0)));
}

#[test]
fn a_number_that_does_not_fit_is_refused() {
    let mut request = Request::default();
    assert!(!page_number(1).write(&mut request, Some(&numbered(256, None))));
    assert_eq!(request, Request::default());
}

/// A service with the items `0..len`, on pages of four items unless the request has a page size. The first page is 1.
struct Service {
    len: u64,
    total: Option<Total>,
    /// The page that is empty although items follow it.
    empty_page: Option<u64>,
    /// The flag in the page with a number.
    more: fn(u64) -> Option<bool>,
    /// The number in the next response. It is the requested one in the responses after that.
    echo: Cell<Option<u64>>,
    has_echo: bool,
    /// The page numbers and page sizes that were requested.
    requested: RefCell<Vec<(u8, Option<u64>)>>,
}

impl Service {
    fn new(len: u64) -> Self {
        let (echo, requested) = Default::default();
        Self { len, total: None, empty_page: None, more: |_| None, echo, has_echo: true, requested }
    }

    fn list(&self, request: &Request) -> Page {
        let page = request.number.expect("the request has a page number");
        self.requested.borrow_mut().push((page, request.page_size));
        let (number, per_page) = (u64::from(page), request.page_size.unwrap_or(4));
        let pages_before = number - 1 - u64::from(self.empty_page.is_some_and(|empty| empty < number));
        let first = pages_before * per_page;
        let items = (first..self.len.min(first + per_page)).collect();
        Page {
            items: if self.empty_page == Some(number) { Vec::new() } else { items },
            total: self.total.map(|(Total::Items(total) | Total::Pages(total))| total),
            number: self.has_echo.then(|| self.echo.take().unwrap_or(number)),
            more: (self.more)(number),
        }
    }

    fn paginator(
        &self,
        request: Request,
    ) -> Paginator<impl Operation<Item = u64, Error = &'static str> + HasItems + HasPageSize, Blocking> {
        let total = if matches!(self.total, Some(Total::Pages(_))) { Total::Pages } else { Total::Items };
        paginator(request, page_number(1), total, |request| Ok(self.list(request)))
    }

    /// Returns the page numbers that were requested since the last call.
    fn requested(&self) -> Vec<u8> {
        self.requested.take().into_iter().map(|(page, _)| page).collect()
    }
}

#[test]
fn a_list_without_a_total_requests_pages_until_one_is_empty() {
    let service = Service::new(8);
    assert_eq!(collect(service.paginator(Request::default()).items()), (0..8).collect::<Vec<_>>());
    assert_eq!(service.requested(), [1, 2, 3]);
}

#[test]
fn a_list_with_a_total_requests_no_empty_page() {
    for total in [Total::Items(8), Total::Pages(2)] {
        let service = Service { total: Some(total), ..Service::new(8) };
        assert_eq!(service.paginator(Request::default()).items().count(), 8);
        assert_eq!(service.requested(), [1, 2], "{total:?}");
    }
}

#[test]
fn an_empty_page_with_a_true_flag_is_passed_over() {
    let service = Service { empty_page: Some(2), more: |number| Some(number < 3), ..Service::new(8) };
    assert_eq!(collect(service.paginator(Request::default()).items()), (0..8).collect::<Vec<_>>());
    assert_eq!(service.requested(), [1, 2, 3]);
}

#[test]
fn a_page_with_another_number_is_not_yielded_and_retry_requests_it_again() {
    let service = Service::new(8);
    let mut items = service.paginator(Request::default()).items();
    assert_eq!(collect(items.by_ref().take(4)), [0, 1, 2, 3]);
    service.echo.set(Some(1));
    let Some(Err(Error::WrongPosition(context))) = items.next() else { panic!("expected a wrong position") };
    assert_eq!((context.key, context.pages), ("number", 1));
    assert_eq!((items.next(), service.requested()), (None, [1, 2].into()));
    #[cfg(feature = "resume")]
    assert_eq!(resuming::json(&items.resume_token().unwrap()), r#"{"page": 2, "paginated_items_before": 4}"#);
    items.retry();
    assert_eq!(collect(items), [4, 5, 6, 7]);
    assert_eq!(service.requested(), [2, 3]);
}

#[test]
fn the_number_of_the_first_page_is_checked_too() {
    for (caller, echo) in [(None, 2), (Some(3), 1)] {
        let service = Service { echo: Some(echo).into(), ..Service::new(20) };
        let mut items = service.paginator(at(caller)).items();
        assert!(matches!(items.next(), Some(Err(Error::WrongPosition(_)))));
        items.retry();
        assert!(matches!(items.next(), Some(Ok(_))));
    }
}

#[test]
fn a_page_without_a_number_is_not_checked() {
    let service = Service { has_echo: false, ..Service::new(8) };
    assert_eq!(service.paginator(Request::default()).items().count(), 8);
}

#[test]
fn a_number_that_does_not_fit_is_an_error_after_the_items() {
    let service = Service::new(2000);
    let mut items = service.paginator(at(255)).items();
    assert_eq!(collect(items.by_ref().take(4)).len(), 4);
    let Some(Err(Error::PositionOverflow(context))) = items.next() else { panic!("expected an overflow") };
    assert_eq!((context.key, context.pages), ("page", 1));
    assert_eq!(service.requested(), [255]);
}

#[cfg(feature = "resume")]
mod resuming {
    use alloc::string::String;

    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    use super::*;
    use crate::resume::{ResumeToken, StartingTokenError};

    /// Returns the JSON in a resume token.
    pub(super) fn json(token: &ResumeToken) -> String {
        String::from_utf8(STANDARD.decode(token.as_str()).unwrap()).unwrap()
    }

    /// Returns the resume token with the given JSON.
    fn token(json: &str) -> ResumeToken {
        STANDARD.encode(json).into()
    }

    fn page_size_error(expected: u64, found: u64) -> Error<&'static str> {
        Error::StartingToken(StartingTokenError::PageSize { expected, found })
    }

    #[test]
    fn a_resume_token_holds_the_number_the_elements_before_and_the_page_size() {
        let expected = r#"{"page": 2, "paginated_items_before": 3, "per_page": 3, "boto_truncate_amount": 2}"#;
        let service = Service::new(10);
        // The page size is that of the paginator, or else that of the caller's request.
        let mut items = service.paginator(Request::default()).page_size(3).max_items(5).items();
        assert_eq!(items.by_ref().count(), 5);
        assert_eq!(json(&items.resume_token().unwrap()), expected);
        let mut items = service.paginator(Request { number: None, page_size: Some(3) }).max_items(5).items();
        assert_eq!(items.by_ref().count(), 5);
        assert_eq!(json(&items.resume_token().unwrap()), expected);
    }

    #[test]
    fn a_resume_token_does_not_hold_numbers_that_are_not_known() {
        let service = Service::new(100);
        let mut items = service.paginator(at(5)).items();
        assert_eq!(items.by_ref().take(5).count(), 5);
        assert_eq!(json(&items.resume_token().unwrap()), r#"{"page": 6, "boto_truncate_amount": 1}"#);
    }

    #[test]
    fn a_resumed_list_uses_the_elements_before_to_reach_the_total() {
        let service = Service { total: Some(Total::Items(8)), ..Service::new(8) };
        let start = token(r#"{"page": 2, "paginated_items_before": 4, "boto_truncate_amount": 1}"#);
        assert_eq!(collect(service.paginator(Request::default()).starting_token(start).items()), [5, 6, 7]);
        assert_eq!(service.requested(), [2]);
        let items = service.paginator(Request::default()).starting_token(token(r#"{"page": 2}"#)).items();
        assert_eq!((items.count(), service.requested()), (4, [2, 3].into()));
    }

    #[test]
    fn a_resumed_list_uses_the_page_size_of_the_token_if_none_is_set() {
        let service = Service::new(10);
        let start = token(r#"{"page": 2, "paginated_items_before": 3, "per_page": 3, "boto_truncate_amount": 2}"#);
        let mut items = service.paginator(Request::default()).starting_token(&start).items();
        assert_eq!(collect(items.by_ref().take(2)), [5, 6]);
        assert_eq!(
            json(&items.resume_token().unwrap()),
            r#"{"page": 3, "paginated_items_before": 6, "per_page": 3, "boto_truncate_amount": 1}"#
        );
        assert_eq!(service.requested.take(), [(2, Some(3)), (3, Some(3))]);
        let items = service.paginator(Request::default()).page_size(3).starting_token(&start).items();
        assert_eq!(collect(items), [5, 6, 7, 8, 9]);
    }

    #[test]
    fn another_page_size_than_that_of_the_token_is_an_error_and_sends_no_request() {
        let service = Service::new(10);
        let start = token(r#"{"page": 2, "per_page": 3}"#);
        let mut items = service.paginator(Request::default()).page_size(4).starting_token(&start).items();
        assert_eq!((items.next(), items.next()), (Some(Err(page_size_error(3, 4))), None));
        assert_eq!(items.resume_token(), Some(start.clone()));
        let request = Request { number: None, page_size: Some(5) };
        let mut items = service.paginator(request.clone()).starting_token(&start).items();
        assert_eq!(items.next(), Some(Err(page_size_error(3, 5))));
        // The page size of the paginator replaces that of the request.
        assert!(service.requested().is_empty());
        assert_eq!(service.paginator(request).page_size(3).starting_token(&start).items().next(), Some(Ok(3)));
    }

    #[test]
    fn any_page_size_will_do_on_the_first_page_and_if_the_token_holds_none() {
        let service = Service::new(10);
        for (start, first) in [(r#"{"page": 1, "per_page": 3, "boto_truncate_amount": 2}"#, 2), (r#"{"page": 2}"#, 5)] {
            let mut items = service.paginator(Request::default()).page_size(5).starting_token(token(start)).items();
            assert_eq!(items.next(), Some(Ok(first)));
        }
        assert_eq!(service.requested.take(), [(1, Some(5)), (2, Some(5))]);
    }

    #[test]
    fn a_stored_page_size_that_is_not_a_number_is_an_error_that_names_it() {
        let service = Service::new(10);
        for (start, key) in [
            (r#"{"page": 2, "per_page": "3"}"#, "per_page"),
            (r#"{"page": 2, "paginated_items_before": -1}"#, "paginated_items_before"),
        ] {
            let mut items = service.paginator(Request::default()).starting_token(token(start)).items();
            assert_eq!(items.next(), Some(Err(Error::StartingToken(StartingTokenError::InvalidNumber { key }))));
        }
    }

    #[test]
    fn a_starting_token_may_be_a_page_number() {
        let service = Service { total: Some(Total::Items(8)), ..Service::new(8) };
        for start in ["2".into(), "2___0".into(), ResumeToken::service("2")] {
            let items = service.paginator(Request::default()).starting_token(start).items();
            // The items before are not known, so the total is not used.
            assert_eq!((collect(items), service.requested()), ([4, 5, 6, 7].into(), [2, 3].into()));
        }
        let mut items = service.paginator(Request::default()).starting_token("opaque").items();
        let expected = StartingTokenError::InvalidToken { key: "page" };
        assert_eq!(items.next(), Some(Err(Error::StartingToken(expected))));
    }
}
