//! How much of a listing is in memory at once: the peak of what is allocated, in pages.

use std::convert::Infallible;
use std::hint::black_box;

use futures::executor::block_on;
use paginated::{Page, paginated};

const PAGES: u64 = 10;
const ITEMS: u64 = 10_000;

#[derive(Clone, Default)]
struct ListInput {
    token: u64,
}

#[derive(Page)]
struct ListOutput {
    items: Vec<u64>,
    token: u64,
}

fn page(input: &ListInput) -> ListOutput {
    let next = input.token + 1;
    ListOutput { items: (0..ITEMS).collect(), token: if next < PAGES { next } else { 0 } }
}

#[paginated(input_token = "Token", result_key = "Items")]
async fn list(input: &ListInput) -> Result<ListOutput, Infallible> {
    Ok(page(input))
}

#[paginated(input_token = "Token", result_key = "Items")]
fn list_blocking(input: &ListInput) -> Result<ListOutput, Infallible> {
    Ok(page(input))
}

/// Lists everything by `list`, which counts the items; how many pages were in memory at the peak, to the next half.
fn peak(list: impl FnOnce() -> u64) -> f64 {
    let mut count = 0;
    let allocated = allocation_counter::measure(|| count = list());
    assert_eq!(count, PAGES * ITEMS);
    let pages = allocated.bytes_max as f64 / (ITEMS * 8) as f64;
    (pages * 2.0).round() / 2.0
}

/// Takes one after the other, and counts.
macro_rules! count {
    ($stream:expr) => {
        || {
            let mut stream = $stream;
            let mut count = 0;
            block_on(async {
                while let Some(item) = stream.next().await {
                    black_box(item.unwrap());
                    count += 1;
                }
            });
            count
        }
    };
}

#[test]
fn items_hold_one_page() {
    assert_eq!(peak(count!(list_paginator(ListInput::default()).items())), 1.0);
}

#[test]
fn items_read_ahead_hold_two_pages() {
    assert_eq!(peak(count!(list_paginator(ListInput::default()).prefetch().items())), 2.0);
}

#[test]
fn items_in_a_box_hold_one_page() {
    assert_eq!(peak(count!(list_paginator(ListInput::default()).boxed().items())), 1.0);
}

#[test]
fn items_of_a_closure_hold_one_page() {
    assert_eq!(peak(count!(list_paginator(ListInput::default()).items_of(|page| page.items))), 1.0);
}

#[test]
fn pages_are_gone_when_they_are_dropped() {
    let listing = || {
        let mut pages = list_paginator(ListInput::default()).pages();
        block_on(async {
            let mut count = 0;
            while let Some(page) = pages.next().await {
                count += page.unwrap().items.len() as u64;
            }
            count
        })
    };
    assert_eq!(peak(listing), 1.0);
}

#[test]
fn blocking_items_hold_one_page() {
    let each = || list_blocking_paginator(ListInput::default()).items().map(|item| black_box(item.unwrap()));
    assert_eq!(peak(|| each().fold(0, |count, _| count + 1)), 1.0);
    let by_next = || {
        let mut count = 0;
        for _ in each() {
            count += 1;
        }
        count
    };
    assert_eq!(peak(by_next), 1.0);
    let closure = || list_blocking_paginator(ListInput::default()).items_of(|page| page.items).count() as u64;
    assert_eq!(peak(closure), 1.0);
}
