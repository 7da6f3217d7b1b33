//! Results that are strings or maps. Strings are split between characters, maps between pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::config;
use super::listing::{Input, Listing, Part, Way, read_map_paginator, read_part, read_string_paginator, resume, way};

/// Generates strings with characters of one to four bytes.
fn strings() -> impl Strategy<Value = Vec<String>> {
    let character = prop::sample::select(&['a', 'b', '\n', '\u{e9}', '\u{20ac}', '\u{1f600}'][..]);
    let string = prop::collection::vec(character, 0..6).prop_map(String::from_iter);
    prop::collection::vec(string, 1..7)
}

/// Generates maps with keys that continue from page to page.
fn maps() -> impl Strategy<Value = Vec<BTreeMap<u32, u32>>> {
    prop::collection::vec(0_usize..4, 1..7).prop_map(|sizes| {
        let mut keys = 0..;
        sizes.iter().map(|size| keys.by_ref().take(*size).map(|key| (key, key * key)).collect()).collect()
    })
}

fn way_with_max_items() -> impl Strategy<Value = Way> {
    prop::sample::select(&[Way::Items, Way::Pages, Way::FullResult][..])
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn max_items_truncates_strings_between_characters(pages in strings(), limits in prop::collection::vec((0_usize..7, way_with_max_items()), 0..9)) {
        let listing = Listing::new(&pages);
        let (mut yielded, mut token) = (String::new(), None);
        for (max_items, way) in limits.into_iter().chain([(usize::MAX, Way::Items)]) {
            let paginator = resume(read_string_paginator(Arc::clone(&listing), Input::default()), token);
            let part = read_part(paginator, Some(max_items), way, |page| vec![page.items.unwrap_or_default()]);
            let string = part.items.concat();
            prop_assert!(string.chars().count() <= max_items);
            yielded += &string;
            token = part.token;
            if token.is_none() {
                break;
            }
            prop_assert_eq!(string.chars().count(), max_items, "only the last call may return fewer characters than `max_items`");
        }
        prop_assert_eq!(token, None);
        prop_assert_eq!(yielded, pages.concat());
    }

    #[test]
    fn each_string_is_one_item_of_items(pages in strings(), count in 0_usize..8) {
        let listing = Listing::new(&pages);
        let read_strings = |count, token| {
            let paginator = resume(read_string_paginator(Arc::clone(&listing), Input::default()), token);
            read_part(paginator, count, Way::DroppedItems, |page| vec![page.items.unwrap()])
        };
        let Part { items: mut yielded, token, .. } = read_strings(Some(count), None);
        if token.is_some() {
            yielded.extend(read_strings(None, token).items);
        }
        let expected: Vec<_> = pages.iter().filter(|string| !string.is_empty()).cloned().collect();
        prop_assert_eq!(yielded, expected);
    }

    #[test]
    fn max_items_truncates_maps_between_pages(pages in maps(), limits in prop::collection::vec((0_usize..7, way_with_max_items()), 0..9)) {
        let listing = Listing::new(&pages);
        let (mut yielded, mut token) = (Vec::new(), None);
        for (max_items, way) in limits.into_iter().chain([(usize::MAX, Way::Items)]) {
            let paginator = resume(read_map_paginator(Arc::clone(&listing), Input::default()), token);
            let part = read_part(paginator, Some(max_items), way, |page| page.items.into_iter().flatten().collect());
            let largest = pages.iter().map(BTreeMap::len).max().unwrap_or(0);
            prop_assert!(part.items.len() <= max_items.saturating_add(largest), "more than one page over `max_items`");
            yielded.extend(part.items);
            token = part.token;
            if token.is_none() {
                break;
            }
        }
        prop_assert_eq!(token, None);
        let all: Vec<_> = pages.iter().flatten().map(|(key, value)| (*key, *value)).collect();
        prop_assert_eq!(yielded, all);
    }

    /// The entries of a page count as yielded when all of them are.
    #[test]
    fn a_map_is_resumed_at_its_beginning(pages in maps(), count in 0_usize..20, _way in way()) {
        let listing = Listing::new(&pages);
        let read_entries = |count, token| {
            let paginator = resume(read_map_paginator(Arc::clone(&listing), Input::default()), token);
            read_part(paginator, count, Way::DroppedItems, |page| page.items.into_iter().flatten().collect())
        };
        let first = read_entries(Some(count), None);
        let rest = if first.token.is_some() { read_entries(None, first.token).items } else { Vec::new() };
        let mut end = 0;
        let whole_pages = pages.iter().map(|page| { end += page.len(); end }).take_while(|end| *end <= first.items.len());
        let entries_of_whole_pages = whole_pages.last().unwrap_or(0);
        let all: Vec<_> = pages.iter().flatten().map(|(key, value)| (*key, *value)).collect();
        prop_assert_eq!(&first.items[..], &all[..first.items.len()]);
        prop_assert_eq!(&rest[..], &all[entries_of_whole_pages..]);
    }
}

/// botocore writes such tokens. They do not say which entries were yielded.
#[test]
fn a_token_in_the_middle_of_a_map_skips_the_map() {
    let pages = [0, 2, 4].map(|key| BTreeMap::from([(key, 0), (key + 1, 0)]));
    let paginator = resume(read_map_paginator(Listing::new(&pages), Input::default()), Some("1___1".into()));
    let part = read_part(paginator, Some(2), Way::Items, |page| page.items.into_iter().flatten().collect());
    assert_eq!((part.items, part.token), (vec![(4, 0), (5, 0)], None));
}
