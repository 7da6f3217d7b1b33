//! The peak memory of a listing, measured in pages.

use std::convert::Infallible;
use std::hint::black_box;
use std::task::Poll;

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

fn new_page(input: &ListInput) -> ListOutput {
    let next = input.token + 1;
    ListOutput { items: (0..ITEMS).collect(), token: if next < PAGES { next } else { 0 } }
}

#[paginated(input_token = "Token", output_token = "Token", result_key = "Items")]
async fn list(input: &ListInput) -> Result<ListOutput, Infallible> {
    Ok(new_page(input))
}

/// Responds after it was polled a hundred times.
#[paginated(input_token = "Token", output_token = "Token", result_key = "Items")]
async fn list_slowly(input: &ListInput) -> Result<ListOutput, Infallible> {
    let mut polls = 0;
    std::future::poll_fn(|cx| {
        polls += 1;
        cx.waker().wake_by_ref();
        if polls < 100 { Poll::Pending } else { Poll::Ready(()) }
    })
    .await;
    Ok(new_page(input))
}

#[paginated(input_token = "Token", output_token = "Token", result_key = "Items")]
fn list_blocking(input: &ListInput) -> Result<ListOutput, Infallible> {
    Ok(new_page(input))
}

/// Runs `list`, which returns the number of items.
/// Returns the peak number of pages in memory, rounded to halves.
fn peak_pages(list: impl FnOnce() -> u64) -> f64 {
    let mut count = 0;
    let allocated = allocation_counter::measure(|| count = list());
    assert_eq!(count, PAGES * ITEMS);
    let pages = allocated.bytes_max as f64 / (ITEMS * 8) as f64;
    (pages * 2.0).round() / 2.0
}

/// A closure that reads a stream to its end and returns the number of items.
macro_rules! count_items {
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
    assert_eq!(peak_pages(count_items!(list_paginator(ListInput::default()).items())), 1.0);
}

#[test]
fn prefetching_items_hold_two_pages() {
    assert_eq!(peak_pages(count_items!(list_paginator(ListInput::default()).prefetch(1).items())), 2.0);
    assert_eq!(peak_pages(count_items!(list_slowly_paginator(ListInput::default()).prefetch(1).items())), 2.0);
}

#[test]
fn boxed_items_hold_one_page() {
    assert_eq!(peak_pages(count_items!(list_paginator(ListInput::default()).boxed().items())), 1.0);
}

#[test]
fn items_of_a_closure_hold_one_page() {
    assert_eq!(peak_pages(count_items!(list_paginator(ListInput::default()).items_of(|page| page.items))), 1.0);
}

#[test]
fn pages_are_freed_when_they_are_dropped() {
    let count_page_items = || {
        let mut pages = list_paginator(ListInput::default()).pages();
        block_on(async {
            let mut count = 0;
            while let Some(page) = pages.next().await {
                count += page.unwrap().items.len() as u64;
            }
            count
        })
    };
    assert_eq!(peak_pages(count_page_items), 1.0);
}

#[test]
fn blocking_items_hold_one_page() {
    let items = || list_blocking_paginator(ListInput::default()).items().map(|item| black_box(item.unwrap()));
    assert_eq!(peak_pages(|| items().fold(0, |count, _| count + 1)), 1.0);
    let count_in_loop = || {
        let mut count = 0;
        for _ in items() {
            count += 1;
        }
        count
    };
    assert_eq!(peak_pages(count_in_loop), 1.0);
    let count_items_of = || list_blocking_paginator(ListInput::default()).items_of(|page| page.items).count() as u64;
    assert_eq!(peak_pages(count_items_of), 1.0);
}
