//! Cut anywhere and resumed by the printed token, a listing gives each item exactly once and in order.

use std::sync::Arc;

use paginated::{HasItems, Paginator};
use paginated_tests::fixture::Throttled;
use proptest::prelude::*;

use super::config;
use super::listing::{
    Input, InputByTwo, Listing, Part, WAYS, Way, from, list_by_two_paginator, list_paginator, pages, part, way,
};

type Numbers = Arc<Listing<Vec<u32>>>;

/// How many pages it takes to read `wanted` items from the `done`th on: those that have them, and the empty ones between.
fn pages_needed(pages: &[Vec<u32>], done: usize, from_page: usize, wanted: usize) -> usize {
    let mut end = pages[..from_page].iter().map(Vec::len).sum::<usize>();
    for (number, page) in pages[from_page..].iter().enumerate() {
        end += page.len();
        if end >= done + wanted {
            return number + 1;
        }
    }
    pages.len() - from_page
}

/// Reads a listing in parts, as long as there is a token: `while let Some(t) = resume_token`.
fn assert_whole_in_parts<P: HasItems<Item = u32, Error = Throttled>>(
    pages: &[Vec<u32>],
    parts: &[(usize, Way)],
    paginator: impl Fn(Numbers) -> Paginator<P>,
    items_of: impl Fn(P::Output) -> Vec<u32> + Copy,
) {
    let all: Vec<u32> = pages.concat();
    let listing = Listing::new(pages);
    let (mut given, mut token) = (Vec::new(), None);
    for (max_items, way) in parts.iter().copied().chain([(usize::MAX, Way::Items)]) {
        let part = part(from(paginator(Arc::clone(&listing)), token), Some(max_items), way, items_of);
        assert!(part.error.is_none(), "{:?}", part.error);
        let asked = listing.take_asked();
        if let Some(first) = asked.first() {
            let wanted = max_items.min(all.len() + 1);
            assert!(asked.len() <= pages_needed(pages, given.len(), *first, wanted), "{asked:?} for {max_items}");
        }
        assert!(max_items > 0 || asked.is_empty(), "nothing is asked for where nothing is wanted");
        assert!(part.items.len() <= max_items);
        given.extend(part.items);
        assert_eq!(given, all[..given.len()], "each item exactly once and in order");
        token = part.token;
        if token.is_none() {
            break;
        }
    }
    assert_eq!(token, None, "it ends where the listing does");
    assert_eq!(given, all, "nothing is left where it ends");
}

fn whole_in_parts(pages: &[Vec<u32>], parts: &[(usize, Way)]) {
    assert_whole_in_parts(
        pages,
        parts,
        |listing| list_paginator(listing, Input::default()),
        |page| page.items.unwrap_or_default(),
    );
    assert_whole_in_parts(
        pages,
        parts,
        |listing| list_by_two_paginator(listing, InputByTwo::default()),
        |page| page.items,
    );
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn at_every_place(pages in pages()) {
        for way in WAYS {
            for cut in 0..=pages.concat().len() + 1 {
                whole_in_parts(&pages, &[(cut, way)]);
            }
        }
    }

    #[test]
    fn at_any_places(pages in pages(), parts in prop::collection::vec((0_usize..7, way()), 1..12)) {
        whole_in_parts(&pages, &parts);
    }

    /// Bounded calls, each from the token of the one before, end when the listing does: there is none too many.
    #[test]
    fn again_and_again(pages in pages(), max_items in 1_usize..9, way in way()) {
        let listing = Listing::new(&pages);
        let items = pages.concat().len();
        let (mut given, mut token, mut calls) = (0, None, 0);
        loop {
            let paginator = from(list_paginator(Arc::clone(&listing), Input::default()), token);
            let Part { items, token: next, .. } = part(paginator, Some(max_items), way, |page| page.items.unwrap());
            given += items.len();
            calls += 1;
            token = next;
            if token.is_none() {
                break;
            }
            prop_assert_eq!(items.len(), max_items, "a call that is not the last gives all it may");
        }
        prop_assert_eq!(given, items);
        // One more where a full call cannot know that what comes behind is empty.
        prop_assert!(calls <= items / max_items + 1, "{} calls", calls);
    }

    /// A page's secondary list comes with the first part of the page.
    #[test]
    fn a_secondary_list_is_given_once_too(pages in pages(), cuts in prop::collection::vec(1_usize..7, 0..12)) {
        for way in [Way::Pages, Way::FullResult] {
            let listing = Listing::new(&pages);
            let (mut prefixes, mut token) = (Vec::new(), None);
            for max_items in cuts.iter().copied().chain([usize::MAX]) {
                let seen = std::cell::RefCell::new(Vec::new());
                let paginator = from(list_paginator(Arc::clone(&listing), Input::default()), token);
                token = part(paginator, Some(max_items), way, |page| {
                    seen.borrow_mut().extend(page.prefixes.unwrap_or_default());
                    page.items.unwrap_or_default()
                }).token;
                prefixes.extend(seen.into_inner());
                if token.is_none() {
                    break;
                }
            }
            let expected: Vec<_> = (0..pages.len()).map(|number| format!("of page {number}")).collect();
            prop_assert_eq!(&prefixes, &expected, "{:?}", way);
        }
    }
}
