//! The tests of [`Cursor`]. This file has the helpers and the tests of the next request.

mod cycles;
mod ending;
mod resuming;
mod trimming;

use super::*;

/// The position of a page.
type Token = &'static str;

/// A page as it is received, before it is trimmed.
#[derive(Clone, Copy)]
struct TestPage<P> {
    items: usize,
    is_splittable: bool,
    next: Option<P>,
    more_results: Option<bool>,
}

fn page<P>(items: usize, next: P) -> TestPage<P> {
    TestPage { next: Some(next), ..last_page(items) }
}

fn last_page<P>(items: usize) -> TestPage<P> {
    TestPage { items, is_splittable: true, next: None, more_results: None }
}

/// No page ends the list by its properties.
const NO_END: EndOn = EndOn { empty_page: false, short_page: false, repeated_token: false };

/// Creates a list that starts with the request as the caller made it.
fn list(max_items: impl Into<Option<usize>>) -> Cursor<Token> {
    list_with_end(NO_END, max_items)
}

/// Creates a list that also ends at a page with certain properties.
fn list_with_end(end_on: EndOn, max_items: impl Into<Option<usize>>) -> Cursor<Token> {
    let mut cursor = Cursor::new(None, max_items.into(), None, end_on);
    cursor.start_resolved();
    cursor
}

/// Creates a list that starts after the first `skip` items from `start` on.
fn list_from(start: Token, skip: usize, max_items: impl Into<Option<usize>>) -> Cursor<Token> {
    list_with_end_from(NO_END, start, skip, max_items)
}

fn list_with_end_from(end_on: EndOn, start: Token, skip: usize, max_items: impl Into<Option<usize>>) -> Cursor<Token> {
    let mut cursor = Cursor::new(None, max_items.into(), None, end_on);
    cursor.start_at(Some(start), skip);
    cursor.start_resolved();
    cursor
}

/// Receives a page as the driver does. Returns the numbers of items that are skipped and kept.
fn receive<P: Clone + PartialEq>(cursor: &mut Cursor<P>, page: TestPage<P>) -> (usize, usize) {
    assert!(cursor.can_send());
    cursor.page_received();
    let trim = cursor.count_received(page.items, page.is_splittable);
    let stop_reason = match page.next.as_ref() {
        None => None,
        position if position == cursor.current_position() => Some(StopReason::RepeatedToken),
        position if position == cursor.earlier_position() => Some(StopReason::TokenCycle),
        _ => None,
    };
    let TestPage { items: elements, next: position, more_results, .. } = page;
    cursor.set_next(NextFacts { position, more_results, stop_reason, elements }, trim.keep);
    cursor.page_returned();
    (trim.skip, trim.keep)
}

/// Returns where to resume if `items` items of the current page were not yielded.
fn resume_at(cursor: &Cursor<Token>, items: usize) -> Option<(Option<Token>, usize)> {
    cursor.resume_at(Unyielded::Items(items)).map(|(position, skip)| (position.copied(), skip))
}

/// Returns where to resume if the current page as a whole was not yielded.
fn resume_at_whole_page(cursor: &Cursor<Token>) -> Option<(Option<Token>, usize)> {
    cursor.resume_at(Unyielded::WholePage).map(|(position, skip)| (position.copied(), skip))
}

/// The expected result of [`resume_at`].
#[allow(clippy::unnecessary_wraps, reason = "it is compared with an `Option`")]
fn at(position: impl Into<Option<Token>>, skip: usize) -> Option<(Option<Token>, usize)> {
    Some((position.into(), skip))
}

/// Asserts that neither a page nor an error follows.
#[track_caller]
fn assert_done(cursor: &mut Cursor<Token>) {
    assert!(cursor.is_done());
    assert_eq!(cursor.items_and_errors_left(true), Some(0));
    assert!(!cursor.can_send());
    assert_eq!(cursor.take_stop_reason(), None);
}

/// Asserts that one error follows, and that `retry` does not help.
#[track_caller]
fn assert_stops(cursor: &mut Cursor<Token>, reason: StopReason) {
    assert!(!cursor.is_done());
    assert!(!cursor.can_send());
    assert_eq!(cursor.items_and_errors_left(true), Some(1));
    assert_eq!(cursor.take_stop_reason(), Some(reason));
    assert_done(cursor);
    cursor.retry();
    assert_done(cursor);
}

#[test]
fn the_start_is_resolved_before_the_first_request() {
    let mut cursor = Cursor::new(Some("a"), None, None, NO_END);
    assert!(cursor.is_new() && !cursor.can_send() && !cursor.is_done());
    assert_eq!(cursor.take_stop_reason(), None);
    cursor.start_resolved();
    assert!(!cursor.is_new() && cursor.can_send() && !cursor.is_done());
    assert_eq!((cursor.can_send(), cursor.next_position()), (true, Some(&"a")));
}

#[test]
fn only_the_first_request_is_sent_as_the_caller_made_it() {
    let mut cursor = list(None);
    assert_eq!((cursor.can_send(), cursor.next_position()), (true, None));
    receive(&mut cursor, page(2, "a"));
    assert_eq!((cursor.next_position(), cursor.current_position()), (Some(&"a"), None));
}

#[test]
fn a_starting_token_replaces_the_position_of_the_caller() {
    let mut cursor = Cursor::new(Some("a"), None, None, NO_END);
    cursor.start_at(Some("b"), 3);
    cursor.start_resolved();
    assert_eq!((cursor.can_send(), cursor.next_position()), (true, Some(&"b")));
    let mut cursor = Cursor::new(Some("a"), None, None, NO_END);
    cursor.start_at(None, 3);
    cursor.start_resolved();
    assert_eq!((cursor.can_send(), cursor.next_position()), (true, None));
}

#[test]
fn each_request_has_the_position_that_the_page_before_has_even_if_that_page_is_empty() {
    let mut cursor = list(None);
    receive(&mut cursor, page(2, "a"));
    receive(&mut cursor, page(0, "b"));
    assert_eq!((cursor.can_send(), cursor.next_position()), (true, Some(&"b")));
}

#[test]
fn a_failed_request_is_sent_again_after_retry_only() {
    let mut cursor = list_from("a", 3, None);
    cursor.request_failed();
    assert_done(&mut cursor);
    cursor.retry();
    assert_eq!((cursor.can_send(), cursor.next_position()), (true, Some(&"a")));
    assert_eq!(receive(&mut cursor, page(5, "b")), (3, 2));
    cursor.request_failed();
    assert_done(&mut cursor);
    cursor.retry();
    assert_eq!((cursor.can_send(), cursor.next_position(), cursor.pages()), (true, Some(&"b"), 1));
}
