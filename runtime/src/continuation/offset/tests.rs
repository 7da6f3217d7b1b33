//! The tests of [`Offset`], alone and with the driver.

use core::cell::{Cell, RefCell};

use super::super::tests::{Page, Request, collect, paginator, read_number, write_number};
use super::*;
use crate::error::Error;
use crate::operation::{HasItems, Operation};
use crate::paginator::Paginator;
use crate::stream::Blocking;

/// An offset. The page type is fixed, so that calls need no type annotations.
fn offset(start: u64) -> impl Continuation<Request = Request, Page = Page, Position = u64> {
    Offset { name: "Offset", start, read: read_number, write: write_number, page_type: PhantomData }
}

/// Returns a request with an offset.
fn at(offset: impl Into<Option<u8>>) -> Request {
    Request { number: offset.into(), page_size: None }
}

/// Returns the offset after a page of `items` items at `position`.
fn next(start: u64, position: Option<u64>, items: usize, total: Option<Total>) -> Option<u64> {
    let context = PageContext { position: position.as_ref(), elements: items, total, more_results: None };
    offset(start).next(&mut Page::default(), context).ok().flatten()
}

#[test]
fn the_first_request_holds_the_offset_of_the_caller_or_the_start() {
    // An `Option` that holds zero is the caller's offset. A plain field is read as `None` if it is zero.
    for (start, caller, expected) in
        [(0, None, 0), (0, Some(0), 0), (0, Some(7), 7), (1, None, 1), (1, Some(7), 7), (1, Some(0), 0)]
    {
        let mut request = at(caller);
        let initial = offset(start).initial(&mut request);
        assert_eq!(initial, Some(u64::from(expected)).filter(|offset| *offset != start));
        assert!(initial.is_some() || offset(start).write(&mut request, None));
        assert_eq!(request.number, Some(expected));
    }
}

#[test]
fn an_offset_is_written_into_the_request() {
    let mut request = at(7);
    assert!(offset(1).write(&mut request, Some(&255)));
    assert_eq!(request.number, Some(255));
    assert!(offset(1).write(&mut request, None));
    assert_eq!(request.number, Some(1));
}

#[test]
fn an_offset_that_does_not_fit_is_refused_and_leaves_the_request_as_it_is() {
    let mut request = at(7);
    assert!(!offset(0).write(&mut request, Some(&256)));
    assert!(!offset(0).write(&mut request, Some(&u64::MAX)));
    assert!(!offset(256).write(&mut request, None));
    assert_eq!(request.number, Some(7));
}

#[test]
fn an_offset_advances_by_the_items_received() {
    assert_eq!(next(0, Some(10), 4, None), Some(14));
    assert_eq!(next(0, None, 4, None), Some(4));
    assert_eq!(next(1, None, 4, None), Some(5));
}

#[test]
fn an_empty_page_ends_the_list_even_if_the_total_is_larger() {
    assert_eq!(next(0, Some(10), 0, None), None);
    assert_eq!(next(0, Some(10), 0, Some(Total::Items(100))), None);
}

#[test]
fn a_total_ends_the_list_when_that_many_items_from_the_start_on_were_received() {
    let total = Some(Total::Items(10));
    assert_eq!(next(0, Some(4), 4, total), Some(8));
    assert_eq!(next(0, Some(8), 2, total), None);
    assert_eq!(next(0, Some(8), 4, total), None);
    // From 1 on, the last of ten items has the offset 10.
    assert_eq!(next(1, Some(5), 5, total), Some(10));
    assert_eq!(next(1, Some(5), 6, total), None);
}

#[test]
fn a_total_of_pages_does_not_end_the_list() {
    assert_eq!(next(0, Some(8), 2, Some(Total::Pages(1))), Some(10));
    assert!(!offset(0).is_past_total(Some(&8), Total::Pages(1)));
}

#[test]
fn a_true_flag_continues_the_list_after_the_total_and_is_stuck_at_an_empty_page() {
    let next = |items| {
        let context = PageContext {
            position: Some(&8),
            elements: items,
            total: Some(Total::Items(10)),
            more_results: Some(true),
        };
        offset(0).next(&mut Page::default(), context)
    };
    assert!(matches!(next(2), Ok(Some(10))));
    assert!(matches!(next(0), Err(NoPosition::Stuck)));
}

#[test]
fn an_offset_is_past_the_total_if_that_many_items_are_before_it() {
    let is_past =
        |start, position: Option<u64>, total| offset(start).is_past_total(position.as_ref(), Total::Items(total));
    assert!(!is_past(0, Some(9), 10) && is_past(0, Some(10), 10));
    assert!(!is_past(1, Some(10), 10) && is_past(1, Some(11), 10));
    assert!(!is_past(5, None, 1) && is_past(5, None, 0));
}

#[test]
fn the_number_of_a_request_is_its_offset() {
    assert_eq!([None, Some(&7)].map(|position| offset(1).number(position)), [Some(1), Some(7)]);
}

#[test]
fn the_wire_name_is_that_of_the_field() {
    let mut names = Vec::new();
    offset(0).add_names(&mut names);
    assert_eq!(names, ["Offset"]);
}

/// A service with the items `0..len`, of which it returns four per page.
struct Service {
    len: u64,
    /// The total in the page at an offset.
    total: fn(u64) -> Option<u64>,
    /// The flag in the page at an offset.
    more: fn(u64) -> Option<bool>,
    /// The offset at which the next request fails.
    fails_at: Cell<Option<u64>>,
    /// The offsets that were requested.
    requested: RefCell<Vec<Option<u8>>>,
}

impl Service {
    fn new(len: u64) -> Self {
        Self { len, total: |_| None, more: |_| None, fails_at: Cell::default(), requested: RefCell::default() }
    }

    fn list(&self, request: &Request) -> Result<Page, &'static str> {
        self.requested.borrow_mut().push(request.number);
        let offset = request.number.map_or(0, u64::from);
        if self.fails_at.get() == Some(offset) {
            self.fails_at.take();
            return Err("the service is unavailable");
        }
        let items = (offset..self.len).take(4).collect();
        Ok(Page { items, total: (self.total)(offset), number: None, more: (self.more)(offset) })
    }

    fn paginator(
        &self,
        request: Request,
    ) -> Paginator<impl Operation<Item = u64, Error = &'static str> + HasItems, Blocking> {
        paginator(request, offset(0), Total::Items, |request| self.list(request))
    }

    /// Returns the offsets that were requested since the last call.
    fn requested(&self) -> Vec<u8> {
        self.requested.take().into_iter().map(|offset| offset.expect("the request has an offset")).collect()
    }
}

#[test]
fn a_list_without_a_total_requests_pages_until_one_is_empty() {
    let service = Service::new(8);
    assert_eq!(collect(service.paginator(Request::default()).items()), (0..8).collect::<Vec<_>>());
    assert_eq!(service.requested(), [0, 4, 8]);
}

#[test]
fn a_list_with_a_total_requests_no_empty_page() {
    let service = Service { total: |_| Some(8), ..Service::new(8) };
    let items = service.paginator(at(2)).items();
    assert_eq!(collect(items), (2..8).collect::<Vec<_>>());
    assert_eq!(service.requested(), [2, 6]);
}

#[test]
fn a_page_without_a_total_keeps_the_last_one() {
    let service = Service { total: |offset| (offset == 0).then_some(8), ..Service::new(8) };
    assert_eq!(service.paginator(Request::default()).items().count(), 8);
    assert_eq!(service.requested(), [0, 4]);
}

#[test]
fn a_total_that_changes_is_followed() {
    let service = Service { total: |offset| Some(if offset == 0 { 100 } else { 8 }), ..Service::new(8) };
    assert_eq!(service.paginator(Request::default()).items().count(), 8);
    assert_eq!(service.requested(), [0, 4]);
}

#[test]
fn a_false_flag_ends_the_list() {
    let service = Service { more: |offset| Some(offset < 4), ..Service::new(12) };
    assert_eq!(service.paginator(Request::default()).items().count(), 8);
    assert_eq!(service.requested(), [0, 4]);
}

#[test]
fn an_empty_page_with_a_true_flag_is_an_error_and_retry_requests_it_again() {
    let service = Service { more: |_| Some(true), ..Service::new(8) };
    let mut items = service.paginator(Request::default()).items();
    assert_eq!(collect(items.by_ref().take(8)).len(), 8);
    for _ in 0..2 {
        let Some(Err(Error::MissingData(context))) = items.next() else { panic!("expected missing data") };
        assert_eq!((context.key, context.pages), ("Offset", 2));
        assert_eq!(items.next(), None);
        items.retry();
    }
    assert_eq!(service.requested(), [0, 4, 8, 8]);
}

#[test]
fn an_offset_that_does_not_fit_is_an_error_after_the_items() {
    let service = Service::new(1000);
    let mut items = service.paginator(at(250)).items();
    assert_eq!(collect(items.by_ref().take(8)), (250..258).collect::<Vec<_>>());
    let Some(Err(Error::PositionOverflow(context))) = items.next() else { panic!("expected an overflow") };
    assert_eq!((context.key, context.pages), ("Offset", 2));
    items.retry();
    assert!(items.next().is_none());
    assert_eq!(service.requested(), [250, 254]);
}

#[cfg(feature = "resume")]
mod resuming {
    use alloc::string::ToString as _;
    use alloc::vec;

    use super::*;
    use crate::resume::{self, ResumeToken, StartingTokenError};

    /// Returns the token of a page of which `items` items were yielded.
    fn encoded(start: u64, position: Option<u64>, items: Option<u64>) -> ResumeToken {
        let mut encoder = Encoder::new();
        offset(start).encode(position.as_ref(), &mut encoder).unwrap();
        encoder.finish(items)
    }

    fn decoded(token: impl Into<ResumeToken>) -> Result<Option<u64>, StartingTokenError> {
        offset(0).decode(&mut resume::decode(&token.into(), &["Offset"], None).expect("the token is valid"))
    }

    #[test]
    fn an_offset_is_stored_as_a_number() {
        // {"Offset": 20}
        assert_eq!(encoded(0, Some(20), None), "eyJPZmZzZXQiOiAyMH0=".into());
        for position in [1, 20, u64::MAX] {
            assert_eq!(decoded(encoded(0, Some(position), None)), Ok(Some(position)));
        }
    }

    #[test]
    fn the_first_page_is_stored_as_the_start() {
        assert_eq!(decoded(encoded(1, None, None)), Ok(Some(1)));
        assert_eq!(decoded(encoded(0, None, None)), Ok(None));
    }

    #[test]
    fn an_offset_may_be_a_string() {
        assert_eq!(decoded("20"), Ok(Some(20)));
        assert_eq!(decoded("20___3"), Ok(Some(20)));
        assert_eq!(decoded(ResumeToken::service("20")), Ok(Some(20)));
    }

    #[test]
    fn no_offset_is_the_first_page() {
        assert_eq!(decoded("None___3"), Ok(None));
        assert_eq!(offset(0).decode(&mut DecodedToken::from_values(Vec::new())), Ok(None));
    }

    #[test]
    fn a_value_that_is_not_an_offset_is_an_error_with_the_wire_name() {
        for token in ["opaque", "-1", "1.5", "18446744073709551616"] {
            assert_eq!(decoded(token), Err(StartingTokenError::InvalidToken { key: "Offset" }), "{token}");
        }
        for value in [(-1).into(), 1.5.into(), true.into(), serde_json::Value::Array(vec![])] {
            let decoded = offset(0).decode(&mut DecodedToken::from_values(vec![Some(value)]));
            assert_eq!(decoded, Err(StartingTokenError::InvalidToken { key: "Offset" }));
        }
    }

    #[test]
    fn a_starting_token_that_is_not_an_offset_sends_no_request() {
        let service = Service::new(10);
        for token in ["opaque", "-1", "18446744073709551616"] {
            let mut items = service.paginator(Request::default()).starting_token(token).items();
            let expected = Error::StartingToken(StartingTokenError::InvalidToken { key: "Offset" });
            let text =
                "invalid value of `Offset` in starting token: it cannot be converted to the type of the position";
            assert_eq!(expected.to_string(), text);
            assert_eq!(items.next(), Some(Err(expected)));
            assert_eq!(items.next(), None);
        }
        assert!(service.requested().is_empty());
    }

    #[test]
    fn a_starting_token_for_the_first_page_replaces_the_offset_of_the_caller() {
        let service = Service::new(3);
        let token = encoded(0, None, Some(1));
        let items = service.paginator(at(7)).starting_token(token).items();
        assert_eq!(collect(items), [1, 2]);
        assert_eq!(service.requested(), [0, 3]);
    }

    #[test]
    fn a_list_resumes_inside_a_page_and_retries_a_page_that_failed() {
        let service = Service::new(14);

        let mut items = service.paginator(at(1)).max_items(6).items();
        assert_eq!(collect(items.by_ref()), [1, 2, 3, 4, 5, 6]);
        let token = items.resume_token().expect("items are left");
        assert_eq!(token, encoded(0, Some(5), Some(2)));
        assert_eq!(service.requested(), [1, 5]);

        // The offset of the starting token replaces that of the caller. The page is requested again, and its first two
        // items are skipped. The offset of the next page counts them.
        service.fails_at.set(Some(9));
        let mut items = service.paginator(at(1)).starting_token(&token).items();
        assert_eq!(items.resume_token(), Some(token));
        assert_eq!(collect(items.by_ref().take(2)), [7, 8]);
        assert_eq!(items.next(), Some(Err(Error::Operation("the service is unavailable"))));
        assert_eq!(items.next(), None);
        assert_eq!(items.resume_token(), Some(encoded(0, Some(9), None)));
        assert_eq!(service.requested(), [5, 9]);

        items.retry();
        assert_eq!(items.next(), Some(Ok(9)));
        assert_eq!(items.resume_token(), Some(encoded(0, Some(9), Some(1))));
        assert_eq!(collect(items.by_ref()), [10, 11, 12, 13]);
        assert_eq!(items.resume_token(), None);
        assert_eq!(service.requested(), [9, 13, 14]);
    }

    #[test]
    fn a_list_resumes_at_an_offset_that_does_not_fit() {
        let service = Service::new(1000);
        let mut items = service.paginator(at(254)).items();
        assert_eq!(items.by_ref().take(4).count(), 4);
        assert!(matches!(items.next(), Some(Err(Error::PositionOverflow(_)))));
        let token = items.resume_token().expect("items are left");
        assert_eq!(token, encoded(0, Some(258), None));
        let mut items = service.paginator(Request::default()).starting_token(token.to_string()).items();
        assert!(matches!(items.next(), Some(Err(Error::PositionOverflow(_)))));
        assert_eq!(items.resume_token(), Some(token));
    }

    #[test]
    fn a_list_resumes_at_an_empty_page_with_a_true_flag() {
        let service = Service { more: |_| Some(true), ..Service::new(4) };
        let mut items = service.paginator(Request::default()).items();
        assert_eq!(items.by_ref().take(4).count(), 4);
        assert!(matches!(items.next(), Some(Err(Error::MissingData(_)))));
        assert_eq!(items.resume_token(), Some(encoded(0, Some(4), None)));
    }

    #[test]
    fn items_that_the_resumed_page_is_too_short_to_skip_are_skipped_in_the_following_pages() {
        let service = Service::new(14);
        let token = encoded(0, Some(0), Some(10));
        let items = service.paginator(Request::default()).starting_token(token).items();
        assert_eq!(collect(items), [10, 11, 12, 13]);
        assert_eq!(service.requested(), [0, 4, 8, 12, 14]);
    }
}
