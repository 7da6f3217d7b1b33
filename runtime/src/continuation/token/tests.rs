//! The tests of [`Tokens`], alone and with the driver.

use alloc::string::String;
use alloc::vec;
use core::future::ready;
use core::mem;

use super::*;
use crate::call::StoredRequest;
use crate::continuation::TokenType;
use crate::description::{Description, OptionalKeys};
use crate::driver::Driver;
use crate::error::Error;
use crate::keys::{ItemListKey, PageKeys};
use crate::paginator::Paginator;
use crate::stream::Blocking;

/// The tokens of a request, or the next tokens of a page.
#[derive(Clone, Debug, Default, PartialEq)]
struct Fields {
    marker: Option<String>,
    version: Option<u64>,
    /// The carried token.
    scroll: Option<String>,
}

fn fields<'a>(
    marker: impl Into<Option<&'a str>>,
    version: impl Into<Option<u64>>,
    scroll: impl Into<Option<&'a str>>,
) -> Fields {
    Fields { marker: marker.into().map(String::from), version: version.into(), scroll: scroll.into().map(String::from) }
}

fn marker() -> TokenKeys<Fields, Fields, String> {
    let read = TokenReader::Field(|page: &mut Fields| page.marker.as_mut());
    let replace = |request: &mut Fields, token| mem::replace(&mut request.marker, token);
    TokenKeys::new("Marker", read, replace, TokenType::new().token_functions())
}

fn version() -> TokenKeys<Fields, Fields, u64> {
    let read = TokenReader::Field(|page: &mut Fields| page.version.as_mut());
    let replace = |request: &mut Fields, token| mem::replace(&mut request.version, token);
    TokenKeys::new("Version", read, replace, TokenType::new().token_functions())
}

fn scroll() -> TokenKeys<Fields, Fields, String> {
    let read = TokenReader::Field(|page: &mut Fields| page.scroll.as_mut());
    let replace = |request: &mut Fields, token| mem::replace(&mut request.scroll, token);
    TokenKeys { is_carried: true, ..TokenKeys::new("Scroll", read, replace, TokenType::new().token_functions()) }
}

/// Makes any value of the token a token.
fn any_value_is_token<V>(mut token: TokenKeys<Fields, Fields, V>) -> TokenKeys<Fields, Fields, V> {
    token.output.any_value_is_token = true;
    token
}

/// Makes the token one that a closure returns.
fn computed<V>(token: TokenKeys<Fields, Fields, V>, read: fn(&Fields) -> Option<V>) -> TokenKeys<Fields, Fields, V> {
    TokenKeys { output: OutputToken { read: TokenReader::Closure(read), any_value_is_token: false }, ..token }
}

fn one<T>(token: T) -> Tokens<T> {
    Tokens(token)
}

fn two<V1, V2>(
    first: TokenKeys<Fields, Fields, V1>,
    second: TokenKeys<Fields, Fields, V2>,
) -> Tokens<MoreTokens<TokenKeys<Fields, Fields, V1>, V2>> {
    Tokens(MoreTokens { before: first, last: second })
}

/// Returns the requests that a list of at most ten pages sends, and its error. The first request is `first`, and `pages` are
/// the responses. The response after those has no token.
fn list<T: TokenSet<Request = Fields, Page = Fields>>(
    tokens: Tokens<T>,
    first: Fields,
    pages: impl IntoIterator<Item = Fields>,
) -> (Vec<Fields>, Option<Error<()>>) {
    let (mut requests, mut pages) = (Vec::new(), pages.into_iter());
    let call = |request: Fields| {
        requests.push(request);
        ready(Ok(pages.next().unwrap_or_default()))
    };
    let keys = PageKeys { items: ItemListKey::none(), others: None };
    let description = Description { name: "list", continuation: tokens, keys, optional: OptionalKeys::default() };
    let driver: Driver<_, _, _, _, false> = Driver::new(description, StoredRequest::by_value(first), call);
    let error = Paginator::<_, Blocking>::new(driver).max_pages(10).pages().find_map(Result::err);
    (requests, error)
}

/// Returns the requests of a list that ends without an error.
fn requests<T: TokenSet<Request = Fields, Page = Fields>>(
    tokens: Tokens<T>,
    first: Fields,
    pages: impl IntoIterator<Item = Fields>,
) -> Vec<Fields> {
    let (requests, error) = list(tokens, first, pages);
    assert_eq!(error, None);
    requests
}

/// Returns the position of the next page, in the shape of a [`Fields`].
fn next<T: TokenSet<Request = Fields, Page = Fields>>(tokens: &Tokens<T>, mut page: Fields) -> Option<Fields> {
    let context = PageContext { position: None, elements: 0, total: None, more_results: None };
    let position = tokens.next(&mut page, context).unwrap()?;
    let mut request = Fields::default();
    assert!(tokens.write(&mut request, Some(&position)));
    Some(request)
}

#[test]
fn a_list_continues_while_any_token_is_present_and_absent_tokens_are_cleared() {
    let pages = [fields("a", 1, None), fields("b", None, None), fields(None, 2, None)];
    let expected = [&[Fields::default()], &pages[..]].concat();
    assert_eq!(requests(two(marker(), version()), Fields::default(), pages), expected);
}

#[test]
fn an_empty_token_is_absent() {
    let tokens = two(marker(), version());
    assert_eq!(next(&tokens, fields("", 0, None)), None);
    assert_eq!(next(&tokens, fields("", 1, None)), Some(fields(None, 1, None)));
    assert_eq!(next(&tokens, fields("a", 0, None)), Some(fields("a", None, None)));
}

#[test]
fn a_token_that_is_never_empty_continues_the_list_whatever_its_value_is() {
    let tokens = two(any_value_is_token(marker()), any_value_is_token(version()));
    assert_eq!(next(&tokens, fields("", 0, None)), Some(fields("", 0, None)));
    assert_eq!(next(&tokens, fields("", None, None)), Some(fields("", None, None)));
    assert_eq!(next(&tokens, fields(None, 0, None)), Some(fields(None, 0, None)));
    assert_eq!(next(&tokens, Fields::default()), None);
    let tokens = one(any_value_is_token(computed(marker(), |page| page.marker.clone())));
    assert_eq!(next(&tokens, fields("", None, None)), Some(fields("", None, None)));
}

#[test]
fn a_token_of_a_closure_is_empty_only_if_it_is_the_empty_string() {
    let tokens = one(computed(version(), |page| page.version));
    assert_eq!(next(&tokens, fields(None, 0, None)), Some(fields(None, 0, None)));
    assert_eq!(next(&tokens, Fields::default()), None);
    let tokens = one(computed(marker(), |page| page.marker.clone()));
    assert_eq!(next(&tokens, fields("0", None, None)), Some(fields("0", None, None)));
    assert_eq!(next(&tokens, fields("", None, None)), None);
}

#[test]
fn the_first_place_of_a_page_that_has_a_token_is_used() {
    let mut token = marker();
    let read = TokenReader::Field(|page: &mut Fields| page.scroll.as_mut());
    token.alternatives.push(OutputToken { read, any_value_is_token: true });
    let tokens = one(token);
    assert_eq!(next(&tokens, fields("a", None, "b")), Some(fields("a", None, None)));
    assert_eq!(next(&tokens, fields(None, None, "b")), Some(fields("b", None, None)));
    // Each place has its own rule for empty tokens.
    assert_eq!(next(&tokens, fields("", None, "")), Some(fields("", None, None)));
    assert_eq!(next(&tokens, fields("", None, None)), None);
}

#[test]
fn a_carried_token_keeps_its_value_if_a_page_has_none() {
    let pages = [fields("a", None, None), fields("b", None, "s2"), fields("c", None, "")];
    let expected =
        [fields(None, None, "s1"), fields("a", None, "s1"), fields("b", None, "s2"), fields("c", None, "s2")];
    assert_eq!(requests(two(marker(), scroll()), fields(None, None, "s1"), pages.clone()), expected);
    let expected = [&[Fields::default()], &pages[..2], &[fields("c", None, "s2")]].concat();
    assert_eq!(requests(two(marker(), scroll()), Fields::default(), pages), expected);
}

#[test]
fn a_carried_token_does_not_continue_the_list() {
    let pages = [fields("a", None, "s1"), fields(None, None, "s2")];
    assert_eq!(requests(two(marker(), scroll()), Fields::default(), pages).len(), 2);
    assert_eq!(next(&two(scroll(), marker()), fields(None, None, "s1")), None);
}

#[test]
fn a_carried_token_may_repeat_and_a_new_one_does_not_hide_that_another_token_repeats() {
    let pages = ["a", "b", "c"].map(|marker| fields(marker, None, "s1"));
    assert_eq!(requests(two(marker(), scroll()), Fields::default(), pages).len(), 4);
    let pages = ["s1", "s2"].map(|scroll| fields("a", None, scroll));
    let (requests, error) = list(two(marker(), scroll()), Fields::default(), pages);
    assert!(matches!(error, Some(Error::RepeatedToken(_))));
    assert_eq!(requests.len(), 2);
}

#[test]
fn a_list_of_carried_tokens_has_a_next_position_once_it_has_a_token() {
    let tokens = one(scroll());
    assert_eq!(next(&tokens, fields(None, None, "s1")), Some(fields(None, None, "s1")));
    let context = |position| PageContext { position, elements: 1, total: None, more_results: Some(true) };
    let id = Some(String::from("s1"));
    assert_eq!(tokens.next(&mut Fields::default(), context(Some(&id))).unwrap(), Some(id.clone()));
    assert_eq!(tokens.next(&mut Fields::default(), context(None)).unwrap(), None);
    let unreadable = one(TokenKeys { is_readable: false, ..scroll() });
    assert_eq!(unreadable.next(&mut Fields::default(), context(None)).unwrap(), Some(None));
}

#[test]
fn the_tokens_of_a_list_of_carried_tokens_never_repeat() {
    let scroll_id = || Some(String::from("s1"));
    assert!(!one(scroll()).is_same(&scroll_id(), &scroll_id()));
    let pages = (0..).map(|_| fields(None, None, "s1"));
    let (requests, error) = list(one(scroll()), Fields::default(), pages);
    assert!(matches!(error, Some(Error::TooManyPages(_))));
    assert_eq!(requests[1..], vec![fields(None, None, "s1"); 9]);
}

#[test]
fn the_tokens_of_two_pages_are_the_same_if_all_of_them_are() {
    let tokens = two(marker(), version());
    let values = |marker: Option<&str>, version: Option<u64>| (marker.map(String::from), version);
    let is_same = |position, earlier| tokens.is_same(&position, &earlier);
    assert!(is_same(values(Some("a"), Some(1)), values(Some("a"), Some(1))));
    assert!(is_same(values(Some("a"), None), values(Some("a"), None)));
    assert!(!is_same(values(Some("a"), Some(1)), values(Some("a"), Some(2))));
    assert!(!is_same(values(Some("a"), Some(1)), values(Some("a"), None)));
    assert!(!is_same(values(None, Some(1)), values(Some("a"), Some(1))));
}

#[test]
fn the_first_request_keeps_the_tokens_of_the_caller_even_if_they_are_empty() {
    for first in [fields("a", 1, None), fields("", 0, None), fields("", None, None), Fields::default()] {
        let mut request = first.clone();
        let tokens = two(marker(), version());
        let initial = tokens.initial(&mut request);
        assert_eq!((initial.is_none(), &request), (first == Fields::default(), &first));
        assert_eq!(requests(tokens, first.clone(), []), [first]);
    }
}

#[test]
fn tokens_that_cannot_be_read_stay_in_the_first_request_and_are_cleared_in_the_next() {
    let tokens = two(TokenKeys { is_readable: false, ..marker() }, version());
    let mut request = fields("a", None, None);
    assert!(tokens.initial(&mut request).is_none());
    tokens.reset(&mut request);
    assert_eq!(request, fields("a", None, None));
    assert_eq!(requests(tokens, request.clone(), [fields(None, 1, None)]), [request, fields(None, 1, None)]);
}

#[test]
fn a_reset_clears_the_tokens_and_the_first_request_is_prepared_without_a_change() {
    let mut request = fields("a", 1, None);
    assert!(two(marker(), version()).write(&mut request, None));
    assert_eq!(request, fields("a", 1, None));
    two(marker(), version()).reset(&mut request);
    assert_eq!(request, Fields::default());
}

#[test]
fn the_wire_names_are_in_the_order_of_the_tokens() {
    let mut names = Vec::new();
    two(marker(), version()).add_names(&mut names);
    assert_eq!(names, ["Marker", "Version"]);
}

#[cfg(feature = "resume")]
mod resuming {
    use super::*;
    use crate::resume::{self, ResumeToken, StartingTokenError};

    type Values = (Option<String>, Option<u64>);

    fn tokens() -> impl Continuation<Request = Fields, Page = Fields, Position = Values> {
        two(marker(), version())
    }

    fn encoded(position: Option<&Values>) -> ResumeToken {
        let mut encoder = Encoder::new();
        tokens().encode(position, &mut encoder).unwrap();
        encoder.finish(None)
    }

    fn decoded(token: impl Into<ResumeToken>) -> Result<Option<Values>, StartingTokenError> {
        let mut stored = resume::decode(&token.into(), &["Marker", "Version"], None).expect("the token is valid");
        tokens().decode(&mut stored)
    }

    #[test]
    fn tokens_are_stored_by_their_names_and_absent_ones_are_null() {
        // {"Marker": "a", "Version": null}
        let expected = "eyJNYXJrZXIiOiAiYSIsICJWZXJzaW9uIjogbnVsbH0=";
        assert_eq!(encoded(Some(&(Some("a".into()), None))), expected.into());
        for marker in [None, Some(""), Some("a")] {
            for version in [None, Some(0), Some(1)] {
                let position = (marker.map(String::from), version);
                let expected = (marker.is_some() || version.is_some()).then_some(position.clone());
                assert_eq!(decoded(encoded(Some(&position))), Ok(expected));
            }
        }
        assert_eq!(decoded(encoded(None)), Ok(None));
    }

    #[test]
    fn a_token_of_another_type_is_an_error_with_the_wire_name() {
        assert_eq!(decoded("a___1"), Ok(Some((Some("a".into()), Some(1)))));
        assert_eq!(decoded("a___b"), Err(StartingTokenError::InvalidToken { key: "Version" }));
        // {"Marker": 1}
        assert_eq!(decoded("eyJNYXJrZXIiOiAxfQ=="), Err(StartingTokenError::InvalidToken { key: "Marker" }));
    }

    #[test]
    fn a_service_token_is_the_first_token() {
        assert_eq!(decoded(ResumeToken::service("a___1")), Ok(Some((Some("a___1".into()), None))));
    }
}
