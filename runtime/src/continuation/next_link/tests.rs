//! The tests of [`NextLink`], alone and with the driver.

use alloc::borrow::ToOwned as _;
use alloc::format;
use core::cell::RefCell;
use core::future::ready;
use core::mem;

use super::*;
use crate::call::StoredRequest;
use crate::continuation::{TokenReader, TokenType};
use crate::description::{Description, OptionalKeys, PageSizeKey};
use crate::driver::Driver;
use crate::error::Error;
use crate::keys::{ItemListKey, PageKeys};
use crate::operation::{HasItems, HasPageSize, Operation};
use crate::paginator::Paginator;
use crate::stream::Blocking;

/// The page size and the link.
type Request = (Option<u64>, Option<String>);

#[derive(Clone, Default)]
struct Page {
    items: Vec<u64>,
    next: Option<String>,
}

fn next_link(read: TokenReader<Page, String>) -> NextLink<Request, Page, String> {
    let replace = |request: &mut Request, link| mem::replace(&mut request.1, link);
    NextLink { link: TokenKeys::new("next", read, replace, TokenType::new().token_functions()) }
}

/// A link that is a field of the page.
fn field() -> NextLink<Request, Page, String> {
    next_link(TokenReader::Field(|page| page.next.as_mut()))
}

/// A link that a closure returns.
fn computed() -> NextLink<Request, Page, String> {
    next_link(TokenReader::Closure(|page| page.next.clone()))
}

/// Returns the position after a page with the link `next`.
fn next(continuation: &NextLink<Request, Page, String>, next: Option<&str>) -> Option<String> {
    let mut page = Page { items: Vec::new(), next: next.map(String::from) };
    let context = PageContext { position: None, elements: 0, total: None, more_results: None };
    continuation.next(&mut page, context).unwrap()
}

#[test]
fn a_list_continues_while_there_is_a_link_that_is_not_empty() {
    for continuation in [field(), computed()] {
        assert_eq!(next(&continuation, Some("/2")).as_deref(), Some("/2"));
        assert_eq!(next(&continuation, Some("")), None);
        assert_eq!(next(&continuation, None), None);
    }
}

#[test]
fn a_link_is_never_read_from_the_request_of_the_caller() {
    let mut request = (Some(3), Some("/2".to_owned()));
    assert_eq!(field().initial(&mut request), None);
    assert!(field().write(&mut request, None));
    assert_eq!(request.1.as_deref(), Some("/2"));
}

#[test]
fn a_link_is_written_into_the_request_and_cleared_for_the_first_page() {
    let mut request = (Some(3), None);
    assert!(field().write(&mut request, Some(&"/2".to_owned())));
    assert_eq!(request, (Some(3), Some("/2".to_owned())));
    field().reset(&mut request);
    assert_eq!(request, (Some(3), None));
}

#[test]
fn the_wire_name_is_that_of_the_link() {
    let mut names = Vec::new();
    field().add_names(&mut names);
    assert_eq!(names, ["next"]);
}

#[test]
fn a_method_takes_a_link_by_value_by_reference_or_as_a_str() {
    let link = "/2".to_owned();
    let (value, reference, text): (String, &String, &str) =
        (LinkArg::link_arg(&link), LinkArg::link_arg(&link), LinkArg::link_arg(&link));
    assert_eq!((value.as_str(), reference.as_str(), text), ("/2", "/2", "/2"));
    assert_eq!(<u8 as LinkArg<'_, u8>>::link_arg(&7), 7);
}

/// A service with ten items, on pages of four items unless the request has a page size. A link holds the page size.
#[derive(Default)]
struct Service {
    /// The link in all pages, instead of that of the next page.
    link: Option<&'static str>,
    /// The page sizes and links that were requested.
    requested: RefCell<Vec<Request>>,
}

impl Service {
    fn list(&self, (page_size, link): Request) -> Page {
        self.requested.borrow_mut().push((page_size, link.clone()));
        let (offset, page_size) = match &link {
            None => (0, page_size.unwrap_or(4)),
            Some(link) => {
                let (offset, page_size) = link.trim_start_matches('/').split_once('/').expect("a link of this service");
                (offset.parse().unwrap(), page_size.parse().unwrap())
            }
        };
        let end = offset + page_size;
        let next = self.link.map(String::from).or_else(|| (end < 10).then(|| format!("/{end}/{page_size}")));
        Page { items: (offset..end.min(10)).collect(), next }
    }

    fn paginator(
        &self,
        page_size: Option<u64>,
    ) -> Paginator<impl Operation<Item = u64, Error = &'static str> + HasItems + HasPageSize, Blocking> {
        let request = StoredRequest::by_value((page_size, None));
        let call = |request| ready(Ok(self.list(request)));
        let keys = PageKeys {
            items: ItemListKey::new("items", |page: &mut Page| Some(&mut page.items), |_| None),
            others: None,
        };
        let write = |request: &mut Request, page_size| {
            request.0 = Some(page_size);
            Some(())
        };
        let page_size = PageSizeKey { name: "limit", write, read: |request: &mut Request| request.0 };
        let optional = OptionalKeys { page_size: Some(page_size), ..OptionalKeys::default() };
        let driver: Driver<_, _, _, _, true> =
            Driver::new(Description { name: "list", continuation: field(), keys, optional }, request, call);
        Paginator::new(driver)
    }

    /// Returns the links that were requested since the last call. The first page is "".
    fn requested(&self) -> Vec<String> {
        self.requested.take().into_iter().map(|(_, link)| link.unwrap_or_default()).collect()
    }
}

/// Collects the items of a list.
fn collect(items: impl Iterator<Item = Result<u64, Error<&'static str>>>) -> Vec<u64> {
    items.map(Result::unwrap).collect()
}

#[test]
fn each_page_after_the_first_is_requested_by_the_link_of_the_page_before() {
    let service = Service::default();
    assert_eq!(collect(service.paginator(None).items()), (0..10).collect::<Vec<_>>());
    assert_eq!(service.requested(), ["", "/4/4", "/8/4"]);
}

#[test]
fn a_link_to_its_own_page_is_an_error() {
    let service = Service { link: Some("/4/4"), ..Service::default() };
    let mut items = service.paginator(None).items();
    assert_eq!(collect(items.by_ref().take(8)), (0..8).collect::<Vec<_>>());
    let Some(Err(Error::RepeatedToken(context))) = items.next() else { panic!("expected a repeated link") };
    assert_eq!((context.key, context.pages), ("next", 2));
}

#[cfg(feature = "resume")]
mod resuming {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    use super::*;
    use crate::resume::{ResumeToken, StartingTokenError};

    /// Returns the JSON in a resume token.
    fn json(token: &ResumeToken) -> String {
        String::from_utf8(STANDARD.decode(token.as_str()).unwrap()).unwrap()
    }

    /// Returns the resume token with the given JSON.
    fn token(json: &str) -> ResumeToken {
        STANDARD.encode(json).into()
    }

    #[test]
    fn a_resume_token_holds_the_link_and_the_page_size() {
        let service = Service::default();
        let mut items = service.paginator(None).page_size(3).max_items(5).items();
        assert_eq!(items.by_ref().count(), 5);
        let start = items.resume_token().unwrap();
        assert_eq!(json(&start), r#"{"next": "/3/3", "limit": 3, "boto_truncate_amount": 2}"#);
        assert_eq!(service.requested(), ["", "/3/3"]);
        assert_eq!(collect(service.paginator(None).starting_token(start).items()), [5, 6, 7, 8, 9]);
        assert_eq!(service.requested.take()[0], (Some(3), Some("/3/3".to_owned())));
    }

    #[test]
    fn the_first_page_is_stored_without_a_link() {
        let service = Service::default();
        let mut items = service.paginator(None).max_items(2).items();
        assert_eq!(items.by_ref().count(), 2);
        let start = items.resume_token().unwrap();
        assert_eq!(json(&start), r#"{"next": null, "boto_truncate_amount": 2}"#);
        let items = service.paginator(None).page_size(5).starting_token(start).items();
        assert_eq!(collect(items), (2..10).collect::<Vec<_>>());
        assert_eq!(service.requested(), ["", "", "/5/5"]);
    }

    #[test]
    fn another_page_size_than_that_of_the_token_is_an_error() {
        let service = Service::default();
        let start = token(r#"{"next": "/3/3", "limit": 3}"#);
        let expected = StartingTokenError::PageSize { expected: 3, found: 4 };
        for paginator in [service.paginator(Some(4)), service.paginator(None).page_size(4)] {
            let mut items = paginator.starting_token(&start).items();
            assert_eq!(items.next(), Some(Err(Error::StartingToken(expected.clone()))));
        }
        assert!(service.requested().is_empty());
    }

    #[test]
    fn a_starting_token_that_is_not_a_resume_token_is_refused_and_sends_no_request() {
        let service = Service::default();
        for start in ["https://evil.example/", "/4/4", "/4/4___2", "None___2"] {
            let mut items = service.paginator(None).starting_token(start).items();
            let expected = Error::StartingToken(StartingTokenError::ForeignLink);
            assert_eq!((items.next(), items.next()), (Some(Err(expected)), None), "{start}");
            assert_eq!(items.resume_token(), Some(start.into()));
        }
        assert!(service.requested().is_empty());
    }

    #[test]
    fn a_service_token_is_a_link_and_is_read_back_as_a_resume_token() {
        let service = Service::default();
        let mut items = service.paginator(None).starting_token(ResumeToken::service("/4/4")).items();
        let start = items.resume_token().unwrap();
        assert_eq!(json(&start), r#"{"next": "/4/4"}"#);
        assert_eq!(items.next(), Some(Ok(4)));
        assert_eq!(service.paginator(None).starting_token(start.as_str()).items().next(), Some(Ok(4)));
        assert_eq!(service.requested(), ["/4/4", "/4/4"]);
    }

    #[test]
    fn a_link_of_another_type_is_an_error_with_the_wire_name() {
        let service = Service::default();
        let mut items = service.paginator(None).starting_token(token(r#"{"next": 4}"#)).items();
        let expected = StartingTokenError::InvalidToken { key: "next" };
        assert_eq!(items.next(), Some(Err(Error::StartingToken(expected))));
    }
}
