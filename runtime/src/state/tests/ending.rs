//! The end of a list.

use super::*;

const EMPTY_PAGE: EndOn = EndOn { empty_page: true, short_page: false, repeated_token: false };
const SHORT_PAGE: EndOn = EndOn { empty_page: false, short_page: true, repeated_token: false };
const REPEATED_TOKEN: EndOn = EndOn { empty_page: false, short_page: false, repeated_token: true };

#[test]
fn a_page_without_a_token_is_the_last() {
    let mut state = list(None);
    receive(&mut state, last_page(2));
    assert_done(&mut state);
    state.retry();
    assert_done(&mut state);
    assert_eq!(resume_at(&state, 0), None);
}

#[test]
fn a_page_with_a_false_flag_is_the_last_whatever_its_token_is() {
    for next in [Some("b"), Some("a"), None] {
        let mut state = list_from("a", 0, None);
        receive(&mut state, TestPage { next, more_results: Some(false), ..last_page(2) });
        assert_done(&mut state);
        assert_eq!(resume_at(&state, 0), None);
    }
}

#[test]
fn a_page_with_a_true_flag_and_a_token_is_not_the_last() {
    let mut state = list(None);
    receive(&mut state, TestPage { more_results: Some(true), ..page(2, "a") });
    assert_eq!((state.can_send(), state.next_position()), (true, Some(&"a")));
}

#[test]
fn a_true_flag_without_a_token_is_an_error_even_after_the_last_item() {
    for max_items in [None, Some(2), Some(3)] {
        let mut state = list(max_items);
        receive(&mut state, TestPage { more_results: Some(true), ..last_page(2) });
        assert_stops(&mut state, StopReason::MissingToken);
    }
}

#[test]
fn a_true_flag_without_a_token_is_no_error_if_max_items_ends_the_list_inside_the_page() {
    let mut state = list(1);
    receive(&mut state, TestPage { more_results: Some(true), ..last_page(2) });
    assert_done(&mut state);
    assert_eq!(resume_at(&state, 0), at(None, 1));
}

#[test]
fn the_token_of_the_current_page_is_an_error() {
    let mut state = list_from("a", 0, None);
    receive(&mut state, page(2, "a"));
    assert_stops(&mut state, StopReason::RepeatedToken);
}

#[test]
fn the_token_of_the_current_page_ends_a_list_that_ends_on_repeated_tokens() {
    for max_items in [None, Some(2)] {
        let mut state = list_with_end_from(REPEATED_TOKEN, "a", 0, max_items);
        receive(&mut state, page(2, "a"));
        assert_done(&mut state);
        assert_eq!(resume_at(&state, 0), None);
    }
}

#[test]
fn the_token_of_an_earlier_page_is_an_error_even_in_a_list_that_ends_on_repeated_tokens() {
    for end_on in [NO_END, REPEATED_TOKEN] {
        let mut state = list_with_end(end_on, None);
        for next in ["a", "b", "a"] {
            receive(&mut state, page(2, next));
        }
        assert_stops(&mut state, StopReason::TokenCycle);
    }
}

#[test]
fn the_token_at_which_the_list_started_is_an_error() {
    let mut state = list_from("a", 0, None);
    receive(&mut state, page(2, "b"));
    receive(&mut state, page(2, "a"));
    assert_stops(&mut state, StopReason::TokenCycle);
}

#[test]
fn max_items_ends_a_list() {
    for max_items in [1, 2, 3] {
        let mut state = list(max_items);
        assert_eq!(receive(&mut state, page(3, "a")), (0, max_items));
        assert_done(&mut state);
    }
}

#[test]
fn no_request_is_sent_if_max_items_is_zero() {
    let mut state = new_list::<Token>(None, Some(0), None, NO_END);
    assert_eq!(state.items_and_errors_left(true), Some(0));
    state.first_request_prepared();
    assert_done(&mut state);
}

/// Botocore does the same. The token is an error when the resumed list receives it again, unless the limit ends that list at the
/// same page.
#[test]
fn a_token_that_occurred_before_is_no_error_if_max_items_is_reached() {
    let mut state = list_from("a", 0, 2);
    receive(&mut state, page(2, "a"));
    assert_done(&mut state);
    assert_eq!(resume_at(&state, 0), at("a", 0));
    let mut state = list_from("a", 0, 4);
    receive(&mut state, page(2, "b"));
    receive(&mut state, page(2, "a"));
    assert_done(&mut state);
    assert_eq!(resume_at(&state, 0), at("a", 0));
}

#[test]
fn more_pages_than_max_pages_are_an_error() {
    let mut state = new_list(None, None, Some(1), NO_END);
    state.first_request_prepared();
    receive(&mut state, page(2, "a"));
    assert!(!state.can_send() && !is_done(&state));
    assert_eq!(state.take_stop_reason(), Some(StopReason::TooManyPages));
    assert_done(&mut state);
    assert_eq!(resume_at(&state, 0), at("a", 0));
}

#[test]
fn as_many_pages_as_max_pages_are_no_error() {
    let mut state = new_list(None, None, Some(1), NO_END);
    state.first_request_prepared();
    receive(&mut state, last_page(2));
    assert_done(&mut state);
}

#[test]
fn a_list_whose_first_request_cannot_be_prepared_sends_no_request() {
    let mut state = new_list::<Token>(None, None, None, NO_END);
    state.preparation_failed();
    assert_done(&mut state);
    state.retry();
    assert_done(&mut state);
}

#[test]
fn a_refused_request_is_an_error_and_the_list_resumes_at_its_page() {
    let mut state = list(None);
    receive(&mut state, page(2, "a"));
    state.position_does_not_fit();
    assert_stops(&mut state, StopReason::PositionOverflow);
    assert_eq!(resume_at(&state, 0), at("a", 0));
}

// The pages that end a list by their length.

/// Receives pages of these lengths, each with a new token. Returns how many were received before the list ended.
fn pages_until_end(end_on: EndOn, lengths: &[usize]) -> usize {
    let mut state = new_list(None, None, None, end_on);
    state.first_request_prepared();
    for (token, items) in lengths.iter().copied().enumerate() {
        if is_done(&state) {
            return token;
        }
        receive(&mut state, page(items, token));
    }
    lengths.len()
}

#[test]
fn an_empty_or_short_page_with_a_token_is_not_the_last() {
    assert_eq!(pages_until_end(NO_END, &[2, 1, 0, 2]), 4);
    assert_eq!(pages_until_end(REPEATED_TOKEN, &[2, 1, 0, 2]), 4);
}

#[test]
fn an_empty_page_ends_a_list_that_ends_on_empty_pages() {
    assert_eq!(pages_until_end(EMPTY_PAGE, &[2, 1, 0, 2]), 3);
    assert_eq!(pages_until_end(EMPTY_PAGE, &[0, 2]), 1);
}

#[test]
fn a_page_shorter_than_the_longest_page_ends_a_list_that_ends_on_short_pages() {
    assert_eq!(pages_until_end(SHORT_PAGE, &[2, 2, 1, 2]), 3);
    assert_eq!(pages_until_end(SHORT_PAGE, &[1, 3, 2, 3]), 3);
}

#[test]
fn the_first_page_is_short_only_if_it_is_empty_because_services_cap_page_sizes() {
    assert_eq!(pages_until_end(SHORT_PAGE, &[1, 2, 2]), 3);
    assert_eq!(pages_until_end(SHORT_PAGE, &[0, 2]), 1);
}

#[test]
fn a_page_is_short_if_any_page_before_it_is_longer() {
    let mut state = list_with_end(SHORT_PAGE, None);
    receive(&mut state, page(3, "a"));
    receive(&mut state, TestPage { more_results: Some(true), ..page(1, "b") });
    receive(&mut state, page(2, "c"));
    assert_done(&mut state);
}

#[test]
fn the_length_of_a_page_is_that_before_it_is_trimmed() {
    // Only one of four items is left after the skip, and the next page is as long.
    let mut state = list_with_end_from(SHORT_PAGE, "a", 3, None);
    receive(&mut state, page(4, "b"));
    receive(&mut state, page(4, "c"));
    assert!(state.can_send());
    receive(&mut state, page(3, "d"));
    assert_done(&mut state);
    // All items are skipped, but the page is not empty.
    let mut state = list_with_end_from(EMPTY_PAGE, "a", 4, None);
    receive(&mut state, page(4, "b"));
    assert!(state.can_send());
}

#[test]
fn nothing_is_left_after_a_page_that_ends_the_list_by_its_length() {
    // The second page has the last item that `max_items` allows.
    for max_items in [None, Some(3)] {
        let mut state = list_with_end(SHORT_PAGE, max_items);
        receive(&mut state, page(2, "a"));
        receive(&mut state, page(1, "b"));
        assert_done(&mut state);
        assert_eq!(resume_at(&state, 0), None);
    }
}

#[test]
fn a_list_resumes_inside_a_short_page_that_max_items_trimmed() {
    let mut state = list_with_end(SHORT_PAGE, 4);
    receive(&mut state, page(3, "a"));
    receive(&mut state, page(2, "b"));
    assert_done(&mut state);
    assert_eq!(resume_at(&state, 0), at("a", 1));
}

#[test]
fn a_true_flag_continues_a_list_after_an_empty_or_short_page() {
    for end_on in [EMPTY_PAGE, SHORT_PAGE] {
        let mut state = list_with_end(end_on, None);
        receive(&mut state, TestPage { more_results: Some(true), ..page(0, "a") });
        assert_eq!((state.can_send(), state.next_position()), (true, Some(&"a")));
    }
}
