//! Results that are no lists: texts are cut in characters, maps between pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::config;
use super::listing::{Input, Listing, Part, Way, from, look_up_paginator, part, read_paginator, way};

/// Texts with characters of one to four bytes.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let character = prop::sample::select(&['a', 'b', '\n', '\u{e9}', '\u{20ac}', '\u{1f600}'][..]);
    let text = prop::collection::vec(character, 0..6).prop_map(String::from_iter);
    prop::collection::vec(text, 1..7)
}

/// Maps with keys that go on from page to page.
fn maps() -> impl Strategy<Value = Vec<BTreeMap<u32, u32>>> {
    prop::collection::vec(0_usize..4, 1..7).prop_map(|sizes| {
        let mut keys = 0..;
        sizes.iter().map(|size| keys.by_ref().take(*size).map(|key| (key, key * key)).collect()).collect()
    })
}

fn whole_calls() -> impl Strategy<Value = Way> {
    prop::sample::select(&[Way::Items, Way::Pages, Way::FullResult][..])
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn texts_are_cut_in_characters(pages in texts(), cuts in prop::collection::vec((0_usize..7, whole_calls()), 0..9)) {
        let listing = Listing::new(&pages);
        let (mut given, mut token) = (String::new(), None);
        for (max_items, way) in cuts.into_iter().chain([(usize::MAX, Way::Items)]) {
            let paginator = from(read_paginator(Arc::clone(&listing), Input::default()), token);
            let part = part(paginator, Some(max_items), way, |page| vec![page.items.unwrap_or_default()]);
            let text = part.items.concat();
            prop_assert!(text.chars().count() <= max_items);
            given += &text;
            token = part.token;
            if token.is_none() {
                break;
            }
            prop_assert_eq!(text.chars().count(), max_items, "a call that is not the last gives all it may");
        }
        prop_assert_eq!(token, None);
        prop_assert_eq!(given, pages.concat());
    }

    #[test]
    fn texts_are_whole_items_page_by_page(pages in texts(), taken in 0_usize..8) {
        let listing = Listing::new(&pages);
        let texts = |taken, token| {
            let paginator = from(read_paginator(Arc::clone(&listing), Input::default()), token);
            part(paginator, taken, Way::DroppedItems, |page| vec![page.items.unwrap()])
        };
        let Part { items: mut given, token, .. } = texts(Some(taken), None);
        if token.is_some() {
            given.extend(texts(None, token).items);
        }
        let expected: Vec<_> = pages.iter().filter(|text| !text.is_empty()).cloned().collect();
        prop_assert_eq!(given, expected);
    }

    #[test]
    fn maps_are_cut_between_pages(pages in maps(), cuts in prop::collection::vec((0_usize..7, whole_calls()), 0..9)) {
        let listing = Listing::new(&pages);
        let (mut given, mut token) = (Vec::new(), None);
        for (max_items, way) in cuts.into_iter().chain([(usize::MAX, Way::Items)]) {
            let paginator = from(look_up_paginator(Arc::clone(&listing), Input::default()), token);
            let part = part(paginator, Some(max_items), way, |page| page.items.into_iter().flatten().collect());
            let largest = pages.iter().map(BTreeMap::len).max().unwrap_or(0);
            prop_assert!(part.items.len() <= max_items.saturating_add(largest), "not a page too many");
            given.extend(part.items);
            token = part.token;
            if token.is_none() {
                break;
            }
        }
        prop_assert_eq!(token, None);
        let all: Vec<_> = pages.iter().flatten().map(|(key, value)| (*key, *value)).collect();
        prop_assert_eq!(given, all);
    }

    /// Of a map in hand nothing counts as given before all of it is.
    #[test]
    fn maps_are_resumed_at_their_beginning(pages in maps(), taken in 0_usize..20, _way in way()) {
        let listing = Listing::new(&pages);
        let entries = |taken, token| {
            let paginator = from(look_up_paginator(Arc::clone(&listing), Input::default()), token);
            part(paginator, taken, Way::DroppedItems, |page| page.items.into_iter().flatten().collect())
        };
        let first = entries(Some(taken), None);
        let rest = if first.token.is_some() { entries(None, first.token).items } else { Vec::new() };
        let mut end = 0;
        let whole_pages = pages.iter().map(|page| { end += page.len(); end }).take_while(|end| *end <= first.items.len());
        let given_whole = whole_pages.last().unwrap_or(0);
        let all: Vec<_> = pages.iter().flatten().map(|(key, value)| (*key, *value)).collect();
        prop_assert_eq!(&first.items[..], &all[..first.items.len()]);
        prop_assert_eq!(&rest[..], &all[given_whole..]);
    }
}

/// botocore made such a token, or somebody's hand: which entries were taken, nobody knows.
#[test]
fn a_map_of_which_some_was_taken_gives_nothing() {
    let pages = [0, 2, 4].map(|key| BTreeMap::from([(key, 0), (key + 1, 0)]));
    let paginator = from(look_up_paginator(Listing::new(&pages), Input::default()), Some("1___1".into()));
    let part = part(paginator, Some(2), Way::Items, |page| page.items.into_iter().flatten().collect());
    assert_eq!((part.items, part.token), (vec![(4, 0), (5, 0)], None));
}
