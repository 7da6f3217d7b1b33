//! A request that fails loses nothing, whichever it is: it is sent again, or the listing is resumed.

use std::collections::BTreeSet;
use std::sync::Arc;

use futures::executor::block_on;
use paginated::Error;
use paginated_tests::fixture::Throttled;
use proptest::prelude::*;

use super::config;
use super::listing::{Input, Listing, from, list_paginator, pages, part, way};

fn failures() -> impl Strategy<Value = BTreeSet<usize>> {
    prop::collection::btree_set(0_usize..12, 0..8)
}

/// The pages asked for: each once, and once more for each failure.
fn asked(pages: usize, failures: &BTreeSet<usize>) -> Vec<usize> {
    let mut page = 0;
    let mut asked = Vec::new();
    while page < pages {
        if !failures.contains(&asked.len()) {
            page += 1;
            asked.push(page - 1);
        } else {
            asked.push(page);
        }
    }
    asked
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn by_retry(pages in pages(), failures in failures(), max_items in prop::option::of(1_usize..20)) {
        let listing = Listing::failing(&pages, failures.clone());
        let all = pages.concat();
        let mut paginator = list_paginator(Arc::clone(&listing), Input::default());
        if let Some(max_items) = max_items {
            paginator = paginator.max_items(max_items);
        }
        let mut items = paginator.items();
        let mut given = Vec::new();
        loop {
            match block_on(items.next()) {
                Some(Ok(item)) => given.push(item),
                Some(Err(error)) => {
                    prop_assert_eq!(error, Error::Operation(Throttled));
                    prop_assert_eq!(block_on(items.next()), None);
                    items.retry();
                }
                None => break,
            }
        }
        prop_assert_eq!(&given[..], &all[..max_items.unwrap_or(all.len()).min(all.len())]);
        if max_items.is_none() {
            prop_assert_eq!(listing.take_asked(), asked(pages.len(), &failures));
        }
    }

    #[test]
    fn by_the_printed_token(pages in pages(), failures in failures(), cuts in prop::collection::vec(1_usize..9, 0..9), way in way()) {
        let listing = Listing::failing(&pages, failures);
        let mut cuts = cuts.into_iter();
        let (mut given, mut token) = (Vec::new(), None);
        loop {
            let paginator = from(list_paginator(Arc::clone(&listing), Input::default()), token);
            let part = part(paginator, cuts.next(), way, |page| page.items.unwrap_or_default());
            prop_assert!(matches!(part.error, None | Some(Error::Operation(Throttled))));
            given.extend(part.items);
            token = part.token;
            if token.is_none() {
                break;
            }
        }
        prop_assert_eq!(given, pages.concat());
    }
}
