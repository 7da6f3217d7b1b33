//! The tests of [`Cursor`]: the next request, the end of a list, trimming, resumption, and cycles.

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
    end_on_repeated: bool,
}

fn page<P>(items: usize, next: P) -> TestPage<P> {
    TestPage { next: Some(next), ..last_page(items) }
}

fn last_page<P>(items: usize) -> TestPage<P> {
    TestPage { items, is_splittable: true, next: None, more_results: None, end_on_repeated: false }
}

/// Creates a list that starts with the request as the caller made it.
fn list(max_items: impl Into<Option<usize>>) -> Cursor<Token> {
    let mut cursor = Cursor::new(None, max_items.into(), None);
    cursor.start_resolved();
    cursor
}

/// Creates a list that starts after the first `skip` items from `start` on.
fn list_from(start: Token, skip: usize, max_items: impl Into<Option<usize>>) -> Cursor<Token> {
    let mut cursor = Cursor::new(None, max_items.into(), None);
    cursor.start_at(Some(start), skip);
    cursor.start_resolved();
    cursor
}

/// Receives a page as the driver does. Returns the numbers of items that are skipped and kept.
fn receive<P: Clone + PartialEq>(cursor: &mut Cursor<P>, page: TestPage<P>) -> (usize, usize) {
    assert_eq!(cursor.next_action(), NextAction::SendRequest);
    cursor.page_received();
    let trim = cursor.trim(page.items, page.is_splittable);
    let recurrence = match page.next.as_ref() {
        None => Recurrence::New,
        position if position == cursor.current() => Recurrence::Repeated,
        position if position == cursor.anchor() => Recurrence::Cycle,
        _ => Recurrence::New,
    };
    let TestPage { next: position, more_results, end_on_repeated, .. } = page;
    cursor.page_settled(NextPage { position, more_results, recurrence, end_on_repeated });
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
    assert_eq!(cursor.next_action(), NextAction::End);
}

/// Asserts that one error follows, and that `retry` does not help.
#[track_caller]
fn assert_stops(cursor: &mut Cursor<Token>, reason: StopReason) {
    assert!(!cursor.is_done());
    assert!(!cursor.can_send());
    assert_eq!(cursor.items_and_errors_left(true), Some(1));
    assert_eq!(cursor.next_action(), NextAction::ReturnError(reason));
    assert_done(cursor);
    cursor.retry();
    assert_done(cursor);
}

// The next request.

#[test]
fn the_start_is_resolved_before_the_first_request() {
    let mut cursor = Cursor::new(Some("a"), None, None);
    assert!(cursor.is_new() && !cursor.can_send() && !cursor.is_done());
    assert_eq!(cursor.next_action(), NextAction::ResolveStart);
    cursor.start_resolved();
    assert!(!cursor.is_new() && cursor.can_send() && !cursor.is_done());
    assert_eq!((cursor.next_action(), cursor.next()), (NextAction::SendRequest, Some(&"a")));
}

#[test]
fn only_the_first_request_is_sent_as_the_caller_made_it() {
    let mut cursor = list(None);
    assert_eq!((cursor.next_action(), cursor.next()), (NextAction::SendRequest, None));
    receive(&mut cursor, page(2, "a"));
    assert_eq!((cursor.next(), cursor.current()), (Some(&"a"), None));
}

#[test]
fn a_starting_token_replaces_the_position_of_the_caller() {
    let mut cursor = Cursor::new(Some("a"), None, None);
    cursor.start_at(Some("b"), 3);
    cursor.start_resolved();
    assert_eq!((cursor.next_action(), cursor.next()), (NextAction::SendRequest, Some(&"b")));
    let mut cursor = Cursor::new(Some("a"), None, None);
    cursor.start_at(None, 3);
    cursor.start_resolved();
    assert_eq!((cursor.next_action(), cursor.next()), (NextAction::SendRequest, None));
}

#[test]
fn each_request_has_the_position_that_the_page_before_has_even_if_that_page_is_empty() {
    let mut cursor = list(None);
    receive(&mut cursor, page(2, "a"));
    receive(&mut cursor, page(0, "b"));
    assert_eq!((cursor.next_action(), cursor.next()), (NextAction::SendRequest, Some(&"b")));
}

#[test]
fn a_failed_request_is_sent_again_after_retry_only() {
    let mut cursor = list_from("a", 3, None);
    cursor.request_failed();
    assert_done(&mut cursor);
    cursor.retry();
    assert_eq!((cursor.next_action(), cursor.next()), (NextAction::SendRequest, Some(&"a")));
    assert_eq!(receive(&mut cursor, page(5, "b")), (3, 2));
    cursor.request_failed();
    assert_done(&mut cursor);
    cursor.retry();
    assert_eq!((cursor.next_action(), cursor.next(), cursor.pages()), (NextAction::SendRequest, Some(&"b"), 1));
}

// The end of a list.

#[test]
fn a_page_without_a_token_is_the_last() {
    let mut cursor = list(None);
    receive(&mut cursor, last_page(2));
    assert_done(&mut cursor);
    cursor.retry();
    assert_done(&mut cursor);
    assert_eq!(resume_at(&cursor, 0), None);
}

#[test]
fn a_page_with_a_false_flag_is_the_last_whatever_its_token_is() {
    for next in [Some("b"), Some("a"), None] {
        let mut cursor = list_from("a", 0, None);
        receive(&mut cursor, TestPage { next, more_results: Some(false), ..last_page(2) });
        assert_done(&mut cursor);
        assert_eq!(resume_at(&cursor, 0), None);
    }
}

#[test]
fn a_page_with_a_true_flag_and_a_token_is_not_the_last() {
    let mut cursor = list(None);
    receive(&mut cursor, TestPage { more_results: Some(true), ..page(2, "a") });
    assert_eq!((cursor.next_action(), cursor.next()), (NextAction::SendRequest, Some(&"a")));
}

#[test]
fn a_true_flag_without_a_token_is_an_error_even_after_the_last_item() {
    for max_items in [None, Some(2), Some(3)] {
        let mut cursor = list(max_items);
        receive(&mut cursor, TestPage { more_results: Some(true), ..last_page(2) });
        assert_stops(&mut cursor, StopReason::MissingToken);
    }
}

#[test]
fn a_true_flag_without_a_token_is_no_error_if_max_items_ends_the_list_inside_the_page() {
    let mut cursor = list(1);
    receive(&mut cursor, TestPage { more_results: Some(true), ..last_page(2) });
    assert_done(&mut cursor);
    assert_eq!(resume_at(&cursor, 0), at(None, 1));
}

#[test]
fn the_token_of_the_current_page_is_an_error() {
    let mut cursor = list_from("a", 0, None);
    receive(&mut cursor, page(2, "a"));
    assert_stops(&mut cursor, StopReason::RepeatedToken);
}

#[test]
fn the_token_of_the_current_page_ends_a_list_that_ends_on_repeated_tokens() {
    for max_items in [None, Some(2)] {
        let mut cursor = list_from("a", 0, max_items);
        receive(&mut cursor, TestPage { end_on_repeated: true, ..page(2, "a") });
        assert_done(&mut cursor);
        assert_eq!(resume_at(&cursor, 0), None);
    }
}

#[test]
fn the_token_of_an_earlier_page_is_an_error_even_in_a_list_that_ends_on_repeated_tokens() {
    for end_on_repeated in [false, true] {
        let mut cursor = list(None);
        for next in ["a", "b", "a"] {
            receive(&mut cursor, TestPage { end_on_repeated, ..page(2, next) });
        }
        assert_stops(&mut cursor, StopReason::TokenCycle);
    }
}

#[test]
fn the_token_at_which_the_list_started_is_an_error() {
    let mut cursor = list_from("a", 0, None);
    receive(&mut cursor, page(2, "b"));
    receive(&mut cursor, page(2, "a"));
    assert_stops(&mut cursor, StopReason::TokenCycle);
}

#[test]
fn max_items_ends_a_list() {
    for max_items in [1, 2, 3] {
        let mut cursor = list(max_items);
        assert_eq!(receive(&mut cursor, page(3, "a")), (0, max_items));
        assert_done(&mut cursor);
    }
}

#[test]
fn no_request_is_sent_if_max_items_is_zero() {
    let mut cursor = Cursor::<Token>::new(None, Some(0), None);
    assert!(cursor.is_done());
    assert_eq!(cursor.items_and_errors_left(true), Some(0));
    cursor.start_resolved();
    assert_done(&mut cursor);
}

/// The token is an error when the resumed list receives it again.
#[test]
fn a_token_that_occurred_before_is_no_error_if_max_items_is_reached() {
    let mut cursor = list_from("a", 0, 2);
    receive(&mut cursor, page(2, "a"));
    assert_done(&mut cursor);
    assert_eq!(resume_at(&cursor, 0), at("a", 0));
    let mut cursor = list_from("a", 0, 4);
    receive(&mut cursor, page(2, "b"));
    receive(&mut cursor, page(2, "a"));
    assert_done(&mut cursor);
    assert_eq!(resume_at(&cursor, 0), at("a", 0));
}

#[test]
fn more_pages_than_max_pages_are_an_error() {
    let mut cursor = Cursor::new(None, None, Some(1));
    cursor.start_resolved();
    receive(&mut cursor, page(2, "a"));
    assert!(!cursor.can_send() && !cursor.is_done());
    assert_eq!(cursor.next_action(), NextAction::ReturnError(StopReason::TooManyPages));
    assert_done(&mut cursor);
    assert_eq!(resume_at(&cursor, 0), at("a", 0));
}

#[test]
fn as_many_pages_as_max_pages_are_no_error() {
    let mut cursor = Cursor::new(None, None, Some(1));
    cursor.start_resolved();
    receive(&mut cursor, last_page(2));
    assert_done(&mut cursor);
}

#[test]
fn a_list_whose_start_cannot_be_resolved_sends_no_request() {
    let mut cursor = Cursor::<Token>::new(None, None, None);
    cursor.start_failed();
    assert_done(&mut cursor);
    cursor.retry();
    assert_done(&mut cursor);
}

#[test]
fn a_refused_request_is_an_error_and_the_list_resumes_at_its_page() {
    let mut cursor = list(None);
    receive(&mut cursor, page(2, "a"));
    cursor.request_refused(StopReason::PositionOverflow);
    assert_stops(&mut cursor, StopReason::PositionOverflow);
    assert_eq!(resume_at(&cursor, 0), at("a", 0));
}

// Trimming.

/// Returns the numbers of items that are skipped and kept of a page of four items.
fn trim_four_items(skip: usize, max_items: Option<usize>, is_splittable: bool) -> (usize, usize) {
    receive(&mut list_from("a", skip, max_items), TestPage { is_splittable, ..page(4, "b") })
}

#[test]
fn the_head_of_a_resumed_page_is_skipped_and_max_items_after_it_are_kept() {
    assert_eq!(trim_four_items(0, None, true), (0, 4));
    assert_eq!(trim_four_items(0, Some(3), true), (0, 3));
    assert_eq!(trim_four_items(1, None, true), (1, 3));
    assert_eq!(trim_four_items(1, Some(2), true), (1, 2));
    assert_eq!(trim_four_items(4, Some(2), true), (4, 0));
    assert_eq!(trim_four_items(9, Some(2), true), (4, 0));
}

#[test]
fn a_page_that_is_not_splittable_is_kept_or_skipped_as_a_whole() {
    assert_eq!(trim_four_items(0, Some(3), false), (0, 4));
    assert_eq!(trim_four_items(1, None, false), (1, 0));
    assert_eq!(trim_four_items(9, None, false), (4, 0));
}

#[test]
fn only_the_first_page_is_skipped_if_it_is_long_enough() {
    for skip in [1, 4] {
        let mut cursor = list_from("a", skip, None);
        assert_eq!(receive(&mut cursor, page(4, "b")), (skip, 4 - skip));
        assert_eq!(receive(&mut cursor, page(4, "c")), (0, 4));
    }
}

#[test]
fn items_that_a_page_is_too_short_to_skip_are_skipped_in_the_following_pages() {
    let mut cursor = list_from("a", 9, 5);
    assert_eq!(receive(&mut cursor, page(4, "b")), (4, 0));
    assert_eq!(resume_at(&cursor, 0), at("b", 5));
    assert_eq!(receive(&mut cursor, page(0, "c")), (0, 0));
    assert_eq!(resume_at(&cursor, 0), at("c", 5));
    assert_eq!(receive(&mut cursor, page(4, "d")), (4, 0));
    assert_eq!(receive(&mut cursor, page(4, "e")), (1, 3));
    assert_eq!([3, 1, 0].map(|items| resume_at(&cursor, items)), [at("d", 1), at("d", 3), at("e", 0)]);
    assert_eq!(receive(&mut cursor, page(4, "f")), (0, 2));
    assert_done(&mut cursor);
}

#[test]
fn a_page_is_resumed_while_items_are_to_be_skipped_even_if_it_is_empty() {
    let mut cursor = list_from("a", 3, None);
    let is_resumed = [0, 2, 4, 4].map(|received| cursor.trim(received, true).is_resumed);
    assert_eq!(is_resumed, [true, true, true, false]);
}

#[test]
fn a_page_that_is_not_splittable_consumes_the_whole_skip() {
    for skip in [1, 4, 9] {
        let mut cursor = list_from("a", skip, None);
        assert_eq!(receive(&mut cursor, TestPage { is_splittable: false, ..page(4, "b") }), (skip.min(4), 0));
        assert_eq!(resume_at(&cursor, 0), at("b", 0));
        assert_eq!(receive(&mut cursor, TestPage { is_splittable: false, ..page(4, "c") }), (0, 4));
    }
}

#[test]
fn the_items_of_all_pages_are_counted() {
    let mut cursor = list(6);
    let counts = |cursor: &Cursor<Token>| (cursor.kept(), cursor.pages(), cursor.items_and_errors_left(false));
    assert_eq!(counts(&cursor), (0, 0, Some(6)));
    assert_eq!(receive(&mut cursor, page(4, "a")), (0, 4));
    assert_eq!(counts(&cursor), (4, 1, Some(2)));
    assert_eq!(receive(&mut cursor, page(4, "b")), (0, 2));
    assert_eq!(counts(&cursor), (2, 2, Some(0)));
}

#[test]
fn more_items_than_max_items_of_a_page_that_is_not_splittable_end_the_list() {
    let mut cursor = list(3);
    assert_eq!(receive(&mut cursor, TestPage { is_splittable: false, ..page(4, "a") }), (0, 4));
    assert_done(&mut cursor);
    assert_eq!(resume_at(&cursor, 0), at("a", 0));
}

#[test]
fn an_error_may_follow_the_last_item_if_there_is_a_flag() {
    let mut cursor = list(6);
    receive(&mut cursor, page(4, "a"));
    assert_eq!(cursor.items_and_errors_left(true), Some(3));
    assert_eq!(list(usize::MAX).items_and_errors_left(true), None);
    assert_eq!(list(None).items_and_errors_left(true), None);
}

// Resumption.

#[test]
fn a_new_list_resumes_at_its_start() {
    assert_eq!(resume_at(&Cursor::new(Some("a"), None, None), 0), at("a", 0));
    assert_eq!(resume_at(&list(None), 0), at(None, 0));
    assert_eq!(resume_at(&list(0), 0), at(None, 0));
    assert_eq!(resume_at(&list_from("a", 3, None), 0), at("a", 3));
}

#[test]
fn a_list_resumes_in_the_current_page_until_all_its_items_are_yielded() {
    let mut cursor = list_from("a", 1, None);
    receive(&mut cursor, page(4, "b"));
    let positions = [3, 2, 1, 0].map(|items| resume_at(&cursor, items));
    assert_eq!(positions, [at("a", 1), at("a", 2), at("a", 3), at("b", 0)]);
}

#[test]
fn a_list_resumes_in_the_last_page_until_all_its_items_are_yielded() {
    let mut cursor = list(None);
    receive(&mut cursor, page(2, "a"));
    receive(&mut cursor, last_page(2));
    assert_eq!([2, 1, 0].map(|items| resume_at(&cursor, items)), [at("a", 0), at("a", 1), None]);
}

#[test]
fn a_list_resumes_in_the_first_page_with_the_request_as_the_caller_made_it() {
    let mut cursor = list(None);
    receive(&mut cursor, page(2, "a"));
    assert_eq!([2, 1, 0].map(|items| resume_at(&cursor, items)), [at(None, 0), at(None, 1), at("a", 0)]);
}

#[test]
fn a_list_resumes_in_a_page_that_max_items_trimmed() {
    let mut cursor = list_from("a", 1, 3);
    receive(&mut cursor, page(6, "b"));
    assert_eq!([3, 1, 0].map(|items| resume_at(&cursor, items)), [at("a", 1), at("a", 3), at("a", 4)]);
}

#[test]
fn a_list_resumes_at_the_next_page_if_max_items_is_reached_at_the_end_of_a_page() {
    let mut cursor = list(3);
    receive(&mut cursor, page(3, "a"));
    assert_eq!(resume_at(&cursor, 0), at("a", 0));
}

#[test]
fn a_list_resumes_at_the_page_that_failed() {
    let mut cursor = list(None);
    receive(&mut cursor, page(3, "a"));
    cursor.request_failed();
    assert_eq!(resume_at(&cursor, 0), at("a", 0));
    let mut cursor = list_from("a", 3, None);
    cursor.request_failed();
    assert_eq!(resume_at(&cursor, 0), at("a", 3));
}

#[test]
fn a_list_resumes_at_the_token_that_repeats() {
    let mut cursor = list_from("a", 0, None);
    receive(&mut cursor, page(3, "a"));
    assert_eq!([1, 0].map(|items| resume_at(&cursor, items)), [at("a", 2), at("a", 0)]);
}

#[test]
fn a_list_resumes_after_the_yielded_items_if_the_token_is_missing() {
    let page = TestPage { more_results: Some(true), ..last_page(3) };
    let mut cursor = list_from("a", 1, None);
    receive(&mut cursor, page);
    assert_eq!([1, 0].map(|items| resume_at(&cursor, items)), [at("a", 2), at("a", 3)]);
    let mut cursor = list_from("a", 9, None);
    receive(&mut cursor, page);
    assert_eq!(resume_at(&cursor, 0), at("a", 9));
}

#[test]
fn a_list_resumes_at_the_current_page_if_that_is_not_yielded() {
    let mut cursor = list(None);
    receive(&mut cursor, TestPage { is_splittable: false, ..page(4, "a") });
    assert_eq!(resume_at_whole_page(&cursor), at(None, 0));
    receive(&mut cursor, TestPage { is_splittable: false, ..last_page(4) });
    assert_eq!(resume_at_whole_page(&cursor), at("a", 0));
    // A string is one item, and its characters are skipped and kept.
    let mut cursor = list_from("a", 1, 2);
    receive(&mut cursor, page(4, "b"));
    assert_eq!((resume_at_whole_page(&cursor), resume_at(&cursor, 0)), (at("a", 1), at("a", 3)));
}

// Cycles.

/// Returns the number of pages after which a position is found to have occurred before.
fn pages_until_recurrence(start: Option<u32>, positions: impl IntoIterator<Item = u32>) -> Option<u64> {
    let mut cursor = Cursor::new(start, None, None);
    cursor.start_resolved();
    for position in positions {
        receive(&mut cursor, page(1, position));
        if !cursor.can_send() {
            let action = cursor.next_action();
            let reasons = [StopReason::TokenCycle, StopReason::RepeatedToken];
            assert!(reasons.map(NextAction::ReturnError).contains(&action), "{action:?}");
            return Some(cursor.pages());
        }
    }
    None
}

#[test]
fn a_cycle_is_found_within_three_times_its_pages() {
    for start in [None, Some(u32::MAX)] {
        for lead_in in 0..40 {
            for cycle in 1..40 {
                let positions = (0..lead_in).chain((lead_in..lead_in + cycle).cycle());
                let found = pages_until_recurrence(start, positions).expect("a cycle is found");
                let pages = u64::from(lead_in + cycle);
                assert!(pages < found && found <= 3 * pages, "{start:?}, {lead_in} + {cycle}: {found}");
            }
        }
    }
}

#[test]
fn no_cycle_is_found_if_there_is_none() {
    assert_eq!(pages_until_recurrence(None, 0..10_000), None);
}
