//! The tests of [`ListState`]. This file has the helpers and the tests of the next request.

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

/// Creates a list whose first request is not prepared.
fn new_list<P>(start: Option<P>, max_items: Option<usize>, max_pages: Option<u64>, end_on: EndOn) -> ListState<P> {
    let mut state = ListState::new(end_on);
    state.start(start, max_items, max_pages);
    state
}

/// Creates a list that starts with the request as the caller made it.
fn list(max_items: impl Into<Option<usize>>) -> ListState<Token> {
    list_with_end(NO_END, max_items)
}

/// Creates a list that also ends at a page with certain properties.
fn list_with_end(end_on: EndOn, max_items: impl Into<Option<usize>>) -> ListState<Token> {
    let mut state = new_list(None, max_items.into(), None, end_on);
    state.first_request_prepared();
    state
}

/// Creates a list that starts after the first `skip` items from `start` on.
fn list_from(start: Token, skip: usize, max_items: impl Into<Option<usize>>) -> ListState<Token> {
    list_with_end_from(NO_END, start, skip, max_items)
}

fn list_with_end_from(
    end_on: EndOn,
    start: Token,
    skip: usize,
    max_items: impl Into<Option<usize>>,
) -> ListState<Token> {
    let mut state = new_list(None, max_items.into(), None, end_on);
    state.start_at(Some(start), skip);
    state.first_request_prepared();
    state
}

/// Receives a page as the driver does. Returns the numbers of items that are skipped and kept.
fn receive<P: Clone + PartialEq>(state: &mut ListState<P>, page: TestPage<P>) -> (usize, usize) {
    assert!(state.can_send());
    state.page_received();
    let trim = state.count_items(page.items, page.is_splittable);
    let stop_reason = match page.next.as_ref() {
        None => None,
        position if position == state.current_position() => Some(StopReason::RepeatedToken),
        position if position == state.earlier_position() => Some(StopReason::TokenCycle),
        _ => None,
    };
    let TestPage { items: elements, next: next_position, more_results, .. } = page;
    state.set_next(NextFacts { next_position, more_results, stop_reason, elements });
    state.page_returned();
    (trim.skip, trim.keep)
}

/// Returns where to resume if `items` items of the current page were not yielded.
fn resume_at(state: &ListState<Token>, items: usize) -> Option<(Option<Token>, usize)> {
    state.resume_at(Unyielded::Items(items)).map(|(position, skip)| (position.copied(), skip))
}

/// Returns where to resume if the current page as a whole was not yielded.
fn resume_at_whole_page(state: &ListState<Token>) -> Option<(Option<Token>, usize)> {
    state.resume_at(Unyielded::WholePage).map(|(position, skip)| (position.copied(), skip))
}

/// The expected result of [`resume_at`].
#[allow(clippy::unnecessary_wraps, reason = "it is compared with an `Option`")]
fn at(position: impl Into<Option<Token>>, skip: usize) -> Option<(Option<Token>, usize)> {
    Some((position.into(), skip))
}

/// Returns whether neither a page nor an error follows.
fn is_done<P>(state: &ListState<P>) -> bool {
    state.items_and_errors_left(true) == Some(0)
}

/// Asserts that neither a page nor an error follows.
#[track_caller]
fn assert_done(state: &mut ListState<Token>) {
    assert_eq!(state.items_and_errors_left(true), Some(0));
    assert!(!state.can_send());
    assert_eq!(state.take_stop_reason(), None);
}

/// Asserts that one error follows, and that `retry` does not help.
#[track_caller]
fn assert_stops(state: &mut ListState<Token>, reason: StopReason) {
    assert!(!state.can_send());
    assert_eq!(state.items_and_errors_left(true), Some(1));
    assert_eq!(state.take_stop_reason(), Some(reason));
    assert_done(state);
    state.retry();
    assert_done(state);
}

#[test]
fn a_request_is_prepared_before_it_is_sent() {
    let mut state = new_list(Some("a"), None, None, NO_END);
    assert!(state.is_new() && !state.can_send() && !is_done(&state));
    assert_eq!(state.take_stop_reason(), None);
    state.first_request_prepared();
    assert!(!state.is_new() && state.can_send() && !is_done(&state));
    assert_eq!((state.can_send(), state.next_position()), (true, Some(&"a")));
}

#[test]
fn only_the_first_request_is_sent_as_the_caller_made_it() {
    let mut state = list(None);
    assert_eq!((state.can_send(), state.next_position()), (true, None));
    receive(&mut state, page(2, "a"));
    assert_eq!((state.next_position(), state.current_position()), (Some(&"a"), None));
}

#[test]
fn a_starting_token_replaces_the_position_of_the_caller() {
    let mut state = new_list(Some("a"), None, None, NO_END);
    state.start_at(Some("b"), 3);
    state.first_request_prepared();
    assert_eq!((state.can_send(), state.next_position()), (true, Some(&"b")));
    let mut state = new_list(Some("a"), None, None, NO_END);
    state.start_at(None, 3);
    state.first_request_prepared();
    assert_eq!((state.can_send(), state.next_position()), (true, None));
}

#[test]
fn each_request_has_the_position_that_the_page_before_has_even_if_that_page_is_empty() {
    let mut state = list(None);
    receive(&mut state, page(2, "a"));
    receive(&mut state, page(0, "b"));
    assert_eq!((state.can_send(), state.next_position()), (true, Some(&"b")));
}

#[test]
fn a_failed_request_is_sent_again_after_retry_only() {
    let mut state = list_from("a", 3, None);
    state.request_failed();
    assert_done(&mut state);
    state.retry();
    assert_eq!((state.can_send(), state.next_position()), (true, Some(&"a")));
    assert_eq!(receive(&mut state, page(5, "b")), (3, 2));
    state.request_failed();
    assert_done(&mut state);
    state.retry();
    assert_eq!((state.can_send(), state.next_position(), state.pages()), (true, Some(&"b"), 1));
}
