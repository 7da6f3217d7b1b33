//! Failed requests lose no items, with a retry or a resumed listing.

use std::collections::BTreeSet;
use std::sync::Arc;

use futures::executor::block_on;
use paginated::Error;
use paginated_tests::fixture::Throttled;
use proptest::prelude::*;

use super::config;
use super::listing::{Input, Listing, list_paginator, pages, read_part, resume, way};

fn failures() -> impl Strategy<Value = BTreeSet<usize>> {
    prop::collection::btree_set(0_usize..12, 0..8)
}

/// Returns the expected requests: one for each page, and one more for each failure.
fn expected_requests(pages: usize, failures: &BTreeSet<usize>) -> Vec<usize> {
    let mut page = 0;
    let mut requests = Vec::new();
    while page < pages {
        if !failures.contains(&requests.len()) {
            page += 1;
            requests.push(page - 1);
        } else {
            requests.push(page);
        }
    }
    requests
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn failed_requests_lose_no_items_with_a_retry(pages in pages(), failures in failures(), max_items in prop::option::of(1_usize..20)) {
        let listing = Listing::with_failures(&pages, failures.clone());
        let all = pages.concat();
        let mut paginator = list_paginator(Arc::clone(&listing), Input::default());
        if let Some(max_items) = max_items {
            paginator = paginator.max_items(max_items);
        }
        let mut items = paginator.items();
        let mut items_read = Vec::new();
        loop {
            match block_on(items.next()) {
                Some(Ok(item)) => items_read.push(item),
                Some(Err(error)) => {
                    prop_assert_eq!(error, Error::Operation(Throttled));
                    prop_assert_eq!(block_on(items.next()), None);
                    items.retry();
                }
                None => break,
            }
        }
        prop_assert_eq!(&items_read[..], &all[..max_items.unwrap_or(all.len()).min(all.len())]);
        if max_items.is_none() {
            prop_assert_eq!(listing.take_requests(), expected_requests(pages.len(), &failures));
        }
    }

    #[test]
    fn failed_requests_lose_no_items_with_a_resumed_listing(pages in pages(), failures in failures(), limits in prop::collection::vec(1_usize..9, 0..9), way in way()) {
        let listing = Listing::with_failures(&pages, failures);
        let mut limits = limits.into_iter();
        let (mut items_read, mut token) = (Vec::new(), None);
        loop {
            let paginator = resume(list_paginator(Arc::clone(&listing), Input::default()), token);
            let part = read_part(paginator, limits.next(), way, |page| page.items.unwrap_or_default());
            prop_assert!(matches!(part.error, None | Some(Error::Operation(Throttled))));
            items_read.extend(part.items);
            token = part.token;
            if token.is_none() {
                break;
            }
        }
        prop_assert_eq!(items_read, pages.concat());
    }
}
