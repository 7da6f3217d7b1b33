//! The items of a page that are skipped and kept.

use super::*;

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
        let mut state = list_from("a", skip, None);
        assert_eq!(receive(&mut state, page(4, "b")), (skip, 4 - skip));
        assert_eq!(receive(&mut state, page(4, "c")), (0, 4));
    }
}

#[test]
fn items_that_a_page_is_too_short_to_skip_are_skipped_in_the_following_pages() {
    let mut state = list_from("a", 9, 5);
    assert_eq!(receive(&mut state, page(4, "b")), (4, 0));
    assert_eq!(resume_at(&state, 0), at("b", 5));
    assert_eq!(receive(&mut state, page(0, "c")), (0, 0));
    assert_eq!(resume_at(&state, 0), at("c", 5));
    assert_eq!(receive(&mut state, page(4, "d")), (4, 0));
    assert_eq!(receive(&mut state, page(4, "e")), (1, 3));
    assert_eq!([3, 1, 0].map(|items| resume_at(&state, items)), [at("d", 1), at("d", 3), at("e", 0)]);
    assert_eq!(receive(&mut state, page(4, "f")), (0, 2));
    assert_done(&mut state);
}

#[test]
fn a_page_is_resumed_while_items_are_to_be_skipped_even_if_it_is_empty() {
    let mut state = list_from("a", 3, None);
    let is_resumed = [0, 2, 4, 4].map(|items| state.count_items(items, true).is_resumed);
    assert_eq!(is_resumed, [true, true, true, false]);
}

#[test]
fn a_page_that_is_not_splittable_consumes_the_whole_skip() {
    for skip in [1, 4, 9] {
        let mut state = list_from("a", skip, None);
        assert_eq!(receive(&mut state, TestPage { is_splittable: false, ..page(4, "b") }), (skip.min(4), 0));
        assert_eq!(resume_at(&state, 0), at("b", 0));
        assert_eq!(receive(&mut state, TestPage { is_splittable: false, ..page(4, "c") }), (0, 4));
    }
}

#[test]
fn the_items_of_all_pages_are_counted() {
    let mut state = list(6);
    let counts = |state: &ListState<Token>| (state.kept(), state.pages(), state.items_and_errors_left(false));
    assert_eq!(counts(&state), (0, 0, Some(6)));
    assert_eq!(receive(&mut state, page(4, "a")), (0, 4));
    assert_eq!(counts(&state), (4, 1, Some(2)));
    assert_eq!(receive(&mut state, page(4, "b")), (0, 2));
    assert_eq!(counts(&state), (2, 2, Some(0)));
}

#[test]
fn more_items_than_max_items_of_a_page_that_is_not_splittable_end_the_list() {
    let mut state = list(3);
    assert_eq!(receive(&mut state, TestPage { is_splittable: false, ..page(4, "a") }), (0, 4));
    assert_done(&mut state);
    assert_eq!(resume_at(&state, 0), at("a", 0));
}

#[test]
fn an_error_may_follow_the_last_item_if_there_is_a_flag() {
    let mut state = list(6);
    receive(&mut state, page(4, "a"));
    assert_eq!(state.items_and_errors_left(true), Some(3));
    assert_eq!(list(usize::MAX).items_and_errors_left(true), None);
    assert_eq!(list(None).items_and_errors_left(true), None);
}
