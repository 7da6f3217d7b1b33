//! A listing that is stopped anywhere and resumed from the printed token yields each item exactly once and in order.

use std::sync::Arc;

use paginated::{HasItems, Operation, Paginator};
use paginated_tests::fixture::Throttled;
use proptest::prelude::*;

use super::config;
use super::listing::{
    Input, Listing, Part, TwoTokenInput, WAYS, Way, list_by_two_tokens_paginator, list_paginator, pages, read_part,
    resume, way,
};

type NumberListing = Arc<Listing<Vec<u32>>>;

/// Returns the number of requests, from page `first_page`, to read `count` items after the first `items_read` items.
fn requests_needed(pages: &[Vec<u32>], items_read: usize, first_page: usize, count: usize) -> usize {
    let mut end = pages[..first_page].iter().map(Vec::len).sum::<usize>();
    for (number, page) in pages[first_page..].iter().enumerate() {
        end += page.len();
        if end >= items_read + count {
            return number + 1;
        }
    }
    pages.len() - first_page
}

/// Reads a listing in parts while there is a resume token, and asserts that the parts are the whole listing.
fn assert_parts_are_whole<P: Operation<Item = u32, Error = Throttled> + HasItems>(
    pages: &[Vec<u32>],
    parts: &[(usize, Way)],
    paginator: impl Fn(NumberListing) -> Paginator<P>,
    items_of: impl Fn(P::Output) -> Vec<u32> + Copy,
) {
    let all: Vec<u32> = pages.concat();
    let listing = Listing::new(pages);
    let (mut items_read, mut token) = (Vec::new(), None);
    for (max_items, way) in parts.iter().copied().chain([(usize::MAX, Way::Items)]) {
        let part = read_part(resume(paginator(Arc::clone(&listing)), token), Some(max_items), way, items_of);
        assert!(part.error.is_none(), "{:?}", part.error);
        let requests = listing.take_requests();
        if let Some(first) = requests.first() {
            let count = max_items.min(all.len() + 1);
            assert!(
                requests.len() <= requests_needed(pages, items_read.len(), *first, count),
                "{requests:?} for {max_items}"
            );
        }
        assert!(max_items > 0 || requests.is_empty(), "`max_items(0)` sent a request");
        assert!(part.items.len() <= max_items);
        items_read.extend(part.items);
        assert_eq!(items_read, all[..items_read.len()], "items are missing, repeated, or out of order");
        token = part.token;
        if token.is_none() {
            break;
        }
    }
    assert_eq!(token, None, "there is a resume token after the end");
    assert_eq!(items_read, all, "items are missing at the end");
}

fn assert_parts_are_whole_for_each_listing(pages: &[Vec<u32>], parts: &[(usize, Way)]) {
    assert_parts_are_whole(
        pages,
        parts,
        |listing| list_paginator(listing, Input::default()),
        |page| page.items.unwrap_or_default(),
    );
    assert_parts_are_whole(
        pages,
        parts,
        |listing| list_by_two_tokens_paginator(listing, TwoTokenInput::default()),
        |page| page.items,
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_listing_can_be_resumed_after_each_item(pages in pages()) {
        for way in WAYS {
            for max_items in 0..=pages.concat().len() + 1 {
                assert_parts_are_whole_for_each_listing(&pages, &[(max_items, way)]);
            }
        }
    }

    #[test]
    fn a_listing_can_be_resumed_any_number_of_times(pages in pages(), parts in prop::collection::vec((0_usize..7, way()), 1..12)) {
        assert_parts_are_whole_for_each_listing(&pages, &parts);
    }

    /// Each call resumes from the token of the last one.
    #[test]
    fn limited_calls_need_no_more_calls_than_necessary(pages in pages(), max_items in 1_usize..9, way in way()) {
        let listing = Listing::new(&pages);
        let items = pages.concat().len();
        let (mut items_read, mut token, mut calls) = (0, None, 0);
        loop {
            let paginator = resume(list_paginator(Arc::clone(&listing), Input::default()), token);
            let Part { items, token: next, .. } = read_part(paginator, Some(max_items), way, |page| page.items.unwrap());
            items_read += items.len();
            calls += 1;
            token = next;
            if token.is_none() {
                break;
            }
            prop_assert_eq!(items.len(), max_items, "only the last call may return fewer items than `max_items`");
        }
        prop_assert_eq!(items_read, items);
        // One more call is needed if all pages after a full call are empty.
        prop_assert!(calls <= items / max_items + 1, "{} calls", calls);
    }

    /// The secondary list of a page is in the first part of the page.
    #[test]
    fn a_secondary_list_is_returned_once(pages in pages(), limits in prop::collection::vec(1_usize..7, 0..12)) {
        for way in [Way::Pages, Way::FullResult] {
            let listing = Listing::new(&pages);
            let (mut prefixes, mut token) = (Vec::new(), None);
            for max_items in limits.iter().copied().chain([usize::MAX]) {
                let new_prefixes = std::cell::RefCell::new(Vec::new());
                let paginator = resume(list_paginator(Arc::clone(&listing), Input::default()), token);
                token = read_part(paginator, Some(max_items), way, |page| {
                    new_prefixes.borrow_mut().extend(page.prefixes.unwrap_or_default());
                    page.items.unwrap_or_default()
                }).token;
                prefixes.extend(new_prefixes.into_inner());
                if token.is_none() {
                    break;
                }
            }
            let expected: Vec<_> = (0..pages.len()).map(|number| format!("of page {number}")).collect();
            prop_assert_eq!(&prefixes, &expected, "{:?}", way);
        }
    }
}
