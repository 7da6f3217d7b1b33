//! The position at which a list resumes.

use super::*;

#[test]
fn a_new_list_resumes_at_its_start() {
    assert_eq!(resume_at(&new_list(Some("a"), None, None, NO_END), 0), at("a", 0));
    assert_eq!(resume_at(&list(None), 0), at(None, 0));
    assert_eq!(resume_at(&list(0), 0), at(None, 0));
    assert_eq!(resume_at(&list_from("a", 3, None), 0), at("a", 3));
}

#[test]
fn a_list_resumes_in_the_current_page_until_all_its_items_are_yielded() {
    let mut state = list_from("a", 1, None);
    receive(&mut state, page(4, "b"));
    let positions = [3, 2, 1, 0].map(|items| resume_at(&state, items));
    assert_eq!(positions, [at("a", 1), at("a", 2), at("a", 3), at("b", 0)]);
}

#[test]
fn a_list_resumes_in_the_last_page_until_all_its_items_are_yielded() {
    let mut state = list(None);
    receive(&mut state, page(2, "a"));
    receive(&mut state, last_page(2));
    assert_eq!([2, 1, 0].map(|items| resume_at(&state, items)), [at("a", 0), at("a", 1), None]);
}

#[test]
fn a_list_resumes_in_the_first_page_with_the_request_as_the_caller_made_it() {
    let mut state = list(None);
    receive(&mut state, page(2, "a"));
    assert_eq!([2, 1, 0].map(|items| resume_at(&state, items)), [at(None, 0), at(None, 1), at("a", 0)]);
}

#[test]
fn a_list_resumes_in_a_page_that_max_items_trimmed() {
    let mut state = list_from("a", 1, 3);
    receive(&mut state, page(6, "b"));
    assert_eq!([3, 1, 0].map(|items| resume_at(&state, items)), [at("a", 1), at("a", 3), at("a", 4)]);
}

#[test]
fn a_list_resumes_at_the_next_page_if_max_items_is_reached_at_the_end_of_a_page() {
    let mut state = list(3);
    receive(&mut state, page(3, "a"));
    assert_eq!(resume_at(&state, 0), at("a", 0));
}

#[test]
fn a_list_resumes_at_the_page_that_failed() {
    let mut state = list(None);
    receive(&mut state, page(3, "a"));
    state.request_failed();
    assert_eq!(resume_at(&state, 0), at("a", 0));
    let mut state = list_from("a", 3, None);
    state.request_failed();
    assert_eq!(resume_at(&state, 0), at("a", 3));
}

#[test]
fn a_list_resumes_at_the_token_that_repeats() {
    let mut state = list_from("a", 0, None);
    receive(&mut state, page(3, "a"));
    assert_eq!([1, 0].map(|items| resume_at(&state, items)), [at("a", 2), at("a", 0)]);
}

#[test]
fn a_list_resumes_after_the_yielded_items_if_the_token_is_missing() {
    let page = TestPage { more_results: Some(true), ..last_page(3) };
    let mut state = list_from("a", 1, None);
    receive(&mut state, page);
    assert_eq!([1, 0].map(|items| resume_at(&state, items)), [at("a", 2), at("a", 3)]);
    let mut state = list_from("a", 9, None);
    receive(&mut state, page);
    assert_eq!(resume_at(&state, 0), at("a", 9));
}

#[test]
fn a_list_resumes_at_the_current_page_if_that_is_not_yielded() {
    let mut state = list(None);
    receive(&mut state, TestPage { is_splittable: false, ..page(4, "a") });
    assert_eq!(resume_at_whole_page(&state), at(None, 0));
    receive(&mut state, TestPage { is_splittable: false, ..last_page(4) });
    assert_eq!(resume_at_whole_page(&state), at("a", 0));
    // A string is one item, and its characters are skipped and kept.
    let mut state = list_from("a", 1, 2);
    receive(&mut state, page(4, "b"));
    assert_eq!((resume_at_whole_page(&state), resume_at(&state, 0)), (at("a", 1), at("a", 3)));
}

/// A position, which panics when it is dropped if it is "b".
#[derive(Clone, PartialEq)]
struct FragilePosition(Token);

impl Drop for FragilePosition {
    fn drop(&mut self) {
        assert!(self.0 != "b" || std::thread::panicking(), "an intended panic");
    }
}

#[test]
fn a_position_that_panics_when_it_is_dropped_loses_no_page() {
    let mut state = new_list(None, None, None, NO_END);
    state.first_request_prepared();
    for next in ["a", "b", "c"] {
        receive(&mut state, page(4, FragilePosition(next)));
    }
    let received = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| state.page_received()));
    assert!(received.is_err() && state.is_page_lost());
    let (position, skip) = state.resume_at(Unyielded::Items(0)).expect("the list is not over");
    assert_eq!((position.map(|position| position.0), skip), (Some("c"), 0));
}
