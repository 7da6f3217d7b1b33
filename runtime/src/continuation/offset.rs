//! `offset`: items are numbered, and each page starts after the items received so far.

use alloc::vec::Vec;

use super::Continuation;
use crate::number::RequestNumber;
#[cfg(feature = "resume")]
use crate::resume::{Encoder, StoredTokens};

/// An offset of an operation.
pub struct Offset<R, O> {
    /// The wire name of the request's field.
    pub(crate) name: &'static str,
    /// The offset of the first item.
    pub(crate) start: u64,
    pub(crate) number: RequestNumber<R>,
    /// Reads the number of items in the whole list.
    pub(crate) total_items: Option<fn(&mut O) -> Option<u64>>,
}

/// The list ends at an empty page, because an offset that does not advance would never end. With a total it ends when that
/// many items were received.
impl<R, O> Continuation<R, O> for Offset<R, O> {
    /// An offset other than `start`.
    type Position = u64;

    fn initial(&self, request: &mut R) -> Option<u64> {
        (self.number.read)(request).filter(|offset| *offset > 0 && *offset != self.start)
    }

    fn prepare_first(&self, request: &mut R) -> bool {
        self.apply(request, None)
    }

    fn apply(&self, request: &mut R, position: Option<&u64>) -> bool {
        (self.number.write)(request, position.copied().unwrap_or(self.start)).is_some()
    }

    fn reset(&self, request: &mut R) {
        self.apply(request, None);
    }

    fn next(&self, page: &mut O, current: Option<&u64>, received: usize) -> Option<u64> {
        let total = self.total_items.and_then(|total_items| total_items(page));
        let next = current.unwrap_or(&self.start).saturating_add(received as u64);
        let is_end = received == 0 || total.is_some_and(|total| next.saturating_sub(self.start) >= total);
        (!is_end).then_some(next)
    }

    fn is_same(&self, position: &u64, earlier: &u64) -> bool {
        position == earlier
    }

    fn add_names(&self, names: &mut Vec<&'static str>) {
        names.push(self.name);
    }

    #[cfg(feature = "resume")]
    fn encode(&self, position: Option<&u64>, encoder: &mut Encoder) -> Result<(), serde_json::Error> {
        use serde::Serialize as _;
        let offset = position.unwrap_or(&self.start);
        encoder.write_token(self.name, |to| offset.serialize(to))
    }

    #[cfg(feature = "resume")]
    fn decode(&self, values: &mut StoredTokens) -> Result<Option<u64>, &'static str> {
        let Some(value) = values.next().flatten() else { return Ok(None) };
        let number = value.as_u64().or_else(|| value.as_str()?.parse().ok());
        number.map(|offset| Some(offset).filter(|offset| *offset != self.start)).ok_or(self.name)
    }
}

#[cfg(test)]
mod tests {
    use core::cell::{Cell, RefCell};
    use core::future::ready;

    use super::*;
    use crate::call::Call;
    use crate::driver::{Description, Driver, PageRules};
    use crate::error::Error;
    use crate::keys::{List, PageKeys};
    use crate::operation::{HasItems, Operation};
    use crate::paginator::Paginator;
    use crate::stream::Blocking;

    #[derive(Clone, Debug, Default, PartialEq)]
    struct Request {
        offset: Option<u8>,
    }

    struct Page {
        items: Vec<u64>,
        total: Option<u64>,
    }

    fn page(total: Option<u64>) -> Page {
        Page { items: Vec::new(), total }
    }

    /// An offset whose field holds numbers up to 255.
    fn offset(start: u64) -> Offset<Request, Page> {
        let number = RequestNumber {
            read: |request: &mut Request| request.offset.map(u64::from),
            write: |request, number| {
                request.offset = Some(number.try_into().ok()?);
                Some(())
            },
        };
        Offset { name: "Offset", start, number, total_items: Some(|page| page.total) }
    }

    #[test]
    fn a_list_starts_at_the_offset_of_the_caller_or_at_the_start() {
        let initial = |start, caller| offset(start).initial(&mut Request { offset: caller });
        assert_eq!(initial(0, None), Some(0));
        assert_eq!(initial(0, Some(7)), Some(7));
        assert_eq!(initial(1, None), Some(1));
        assert_eq!(initial(1, Some(7)), Some(7));
        // Zero is the default value of a field that is not an `Option`.
        assert_eq!(initial(1, Some(0)), Some(1));
    }

    #[test]
    fn an_offset_is_written_into_the_request() {
        let mut request = Request { offset: Some(7) };
        assert!(offset(1).apply(&mut request, Some(&255)));
        assert_eq!(request.offset, Some(255));
        assert!(offset(1).apply(&mut request, None));
        assert_eq!(request.offset, Some(1));
    }

    #[test]
    fn an_offset_that_does_not_fit_is_refused_and_leaves_the_request_as_it_is() {
        let mut request = Request { offset: Some(7) };
        assert!(!offset(0).apply(&mut request, Some(&256)));
        assert!(!offset(0).apply(&mut request, Some(&u64::MAX)));
        assert_eq!(request.offset, Some(7));
    }

    #[test]
    fn an_offset_advances_by_the_items_received() {
        assert_eq!(offset(0).next(&mut page(None), Some(&10), 4), Some(14));
        assert_eq!(offset(0).next(&mut page(None), None, 4), Some(4));
        assert_eq!(offset(1).next(&mut page(None), None, 4), Some(5));
    }

    #[test]
    fn an_empty_page_ends_the_list_even_if_the_total_is_larger() {
        assert_eq!(offset(0).next(&mut page(None), Some(&10), 0), None);
        assert_eq!(offset(0).next(&mut page(Some(100)), Some(&10), 0), None);
    }

    #[test]
    fn a_total_ends_the_list_when_that_many_items_from_the_start_on_were_received() {
        assert_eq!(offset(0).next(&mut page(Some(10)), Some(&4), 4), Some(8));
        assert_eq!(offset(0).next(&mut page(Some(10)), Some(&8), 2), None);
        assert_eq!(offset(0).next(&mut page(Some(10)), Some(&8), 4), None);
        // From 1 on, the last of ten items has the offset 10.
        assert_eq!(offset(1).next(&mut page(Some(10)), Some(&5), 5), Some(10));
        assert_eq!(offset(1).next(&mut page(Some(10)), Some(&5), 6), None);
    }

    #[test]
    fn a_list_without_a_total_ends_at_an_empty_page_only() {
        let offset = Offset { total_items: None, ..offset(0) };
        assert_eq!(offset.next(&mut page(Some(10)), Some(&8), 2), Some(10));
        assert_eq!(offset.next(&mut page(Some(10)), Some(&10), 0), None);
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
        has_total: bool,
        /// The offset at which the next request fails.
        fails_at: Cell<Option<u64>>,
        /// The offsets that were requested.
        requested: RefCell<Vec<Option<u8>>>,
    }

    impl Service {
        fn new(len: u64) -> Self {
            Self { len, has_total: false, fails_at: Cell::default(), requested: RefCell::default() }
        }

        fn list(&self, request: &Request) -> Result<Page, &'static str> {
            self.requested.borrow_mut().push(request.offset);
            let offset = request.offset.map_or(0, u64::from);
            if self.fails_at.get() == Some(offset) {
                self.fails_at.take();
                return Err("the service is unavailable");
            }
            let items = (offset..self.len).take(4).collect();
            Ok(Page { items, total: self.has_total.then_some(self.len) })
        }

        fn paginator(
            &self,
            request: Request,
        ) -> Paginator<impl Operation<Item = u64, Error = &'static str> + HasItems, Blocking> {
            let call = Call::by_value(request, |request| ready(self.list(&request)));
            let keys = PageKeys { list: List::new(|page: &mut Page| Some(&mut page.items)), others: None };
            let rules =
                PageRules { page_size: None, more_results: None, container: None, end_on_repeated_token: false };
            let driver: Driver<_, _, _, _, _, _, ()> =
                Driver::new(call, Description { name: "list", continuation: offset(0), keys, rules });
            Paginator::new(driver)
        }

        /// Returns the offsets that were requested since the last call.
        fn requested(&self) -> Vec<u8> {
            self.requested.take().into_iter().map(|offset| offset.expect("the request has an offset")).collect()
        }
    }

    #[test]
    fn a_list_without_a_total_requests_pages_until_one_is_empty() {
        let service = Service::new(8);
        let items: Vec<_> = service.paginator(Request::default()).items().map(Result::unwrap).collect();
        assert_eq!(items, (0..8).collect::<Vec<_>>());
        assert_eq!(service.requested(), [0, 4, 8]);
    }

    #[test]
    fn a_list_with_a_total_requests_no_empty_page() {
        let service = Service { has_total: true, ..Service::new(8) };
        let items: Vec<_> = service.paginator(Request { offset: Some(2) }).items().map(Result::unwrap).collect();
        assert_eq!(items, (2..8).collect::<Vec<_>>());
        assert_eq!(service.requested(), [2, 6]);
    }

    #[test]
    fn an_offset_that_does_not_fit_is_an_error_after_the_items() {
        let service = Service::new(1000);
        let mut items = service.paginator(Request { offset: Some(250) }).items();
        let yielded: Vec<_> = items.by_ref().take(8).map(Result::unwrap).collect();
        assert_eq!(yielded, (250..258).collect::<Vec<_>>());
        let Some(Err(Error::PositionOverflow(context))) = items.next() else { panic!("expected an overflow") };
        assert_eq!((context.key, context.pages), ("Offset", 2));
        items.retry();
        assert!(items.next().is_none());
        assert_eq!(service.requested(), [250, 254]);
    }

    #[cfg(feature = "resume")]
    mod resume {
        use alloc::string::ToString as _;
        use alloc::vec;

        use super::*;
        use crate::resume::{ResumeToken, StartingTokenError, decode};

        fn encoded(start: u64, position: Option<u64>) -> ResumeToken {
            let mut encoder = Encoder::new();
            offset(start).encode(position.as_ref(), &mut encoder).unwrap();
            encoder.finish(None)
        }

        fn decoded(token: impl Into<ResumeToken>) -> Result<Option<u64>, &'static str> {
            let decoded = decode(&token.into(), &["Offset"], &[]).expect("the token is valid");
            offset(0).decode(&mut decoded.tokens.into_iter())
        }

        #[test]
        fn an_offset_is_stored_as_a_number() {
            // {"Offset": 20}
            assert_eq!(encoded(0, Some(20)), "eyJPZmZzZXQiOiAyMH0=".into());
            for position in [0, 20, u64::MAX] {
                assert_eq!(decoded(encoded(0, Some(position))), Ok(Some(position)));
            }
        }

        #[test]
        fn the_first_page_is_stored_as_the_start() {
            assert_eq!(decoded(encoded(1, None)), Ok(Some(1)));
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
            assert_eq!(offset(0).decode(&mut Vec::new().into_iter()), Ok(None));
        }

        #[test]
        fn a_value_that_is_not_an_offset_is_an_error_with_the_wire_name() {
            for token in ["opaque", "-1", "1.5", "18446744073709551616"] {
                assert_eq!(decoded(token), Err("Offset"), "{token}");
            }
            for value in [(-1).into(), 1.5.into(), true.into(), serde_json::Value::Array(vec![])] {
                assert_eq!(offset(0).decode(&mut vec![Some(value)].into_iter()), Err("Offset"));
            }
        }

        #[test]
        fn a_starting_token_that_is_not_an_offset_sends_no_request() {
            let service = Service::new(10);
            let mut items = service.paginator(Request::default()).starting_token("opaque").items();
            let expected = Error::StartingToken(StartingTokenError::invalid_token("Offset"));
            assert_eq!(items.next(), Some(Err(expected)));
            assert_eq!(items.next(), None);
            assert!(service.requested().is_empty());
        }

        #[test]
        fn a_list_resumes_inside_a_page_and_retries_a_page_that_failed() {
            let service = Service::new(14);

            let mut items = service.paginator(Request { offset: Some(1) }).max_items(6).items();
            let first: Vec<_> = items.by_ref().map(Result::unwrap).collect();
            assert_eq!(first, [1, 2, 3, 4, 5, 6]);
            let token = items.resume_token().expect("items are left");
            assert_eq!(token, encoded_with_count(5, 2));
            assert_eq!(service.requested(), [1, 5]);

            // The offset of the starting token replaces that of the caller. The page is requested again, and its first two
            // items are skipped. The offset of the next page counts them.
            service.fails_at.set(Some(9));
            let mut items = service.paginator(Request { offset: Some(1) }).starting_token(&token).items();
            assert_eq!(items.resume_token(), Some(token));
            let second: Vec<_> = items.by_ref().take(2).map(Result::unwrap).collect();
            assert_eq!(second, [7, 8]);
            assert_eq!(items.next(), Some(Err(Error::Operation("the service is unavailable"))));
            assert_eq!(items.next(), None);
            assert_eq!(items.resume_token(), Some(encoded(0, Some(9))));
            assert_eq!(service.requested(), [5, 9]);

            items.retry();
            assert_eq!(items.next(), Some(Ok(9)));
            assert_eq!(items.resume_token(), Some(encoded_with_count(9, 1)));
            let third: Vec<_> = items.by_ref().map(Result::unwrap).collect();
            assert_eq!(third, [10, 11, 12, 13]);
            assert_eq!(items.resume_token(), None);
            assert_eq!(service.requested(), [9, 13, 14]);
        }

        /// Returns the token of a page of which `items` items were yielded.
        fn encoded_with_count(position: u64, items: u64) -> ResumeToken {
            let mut encoder = Encoder::new();
            offset(0).encode(Some(&position), &mut encoder).unwrap();
            encoder.finish(Some(items))
        }

        #[test]
        fn a_list_resumes_at_an_offset_that_does_not_fit() {
            let service = Service::new(1000);
            let mut items = service.paginator(Request { offset: Some(254) }).items();
            assert_eq!(items.by_ref().take(4).count(), 4);
            assert!(matches!(items.next(), Some(Err(Error::PositionOverflow(_)))));
            let token = items.resume_token().expect("items are left");
            assert_eq!(token, encoded(0, Some(258)));
            let mut items = service.paginator(Request::default()).starting_token(token.to_string()).items();
            assert!(matches!(items.next(), Some(Err(Error::PositionOverflow(_)))));
            assert_eq!(items.resume_token(), Some(token));
        }

        #[test]
        fn items_that_the_resumed_page_is_too_short_to_skip_are_skipped_in_the_following_pages() {
            let service = Service::new(14);
            let token = encoded_with_count(0, 10);
            let items: Vec<_> =
                service.paginator(Request::default()).starting_token(token).items().map(Result::unwrap).collect();
            assert_eq!(items, [10, 11, 12, 13]);
            assert_eq!(service.requested(), [0, 4, 8, 12, 14]);
        }
    }
}
