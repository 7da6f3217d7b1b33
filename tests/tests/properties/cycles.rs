//! Cycles of tokens are found, with any number of pages before the cycle.

use futures::executor::block_on;
use paginated::{Error, Page, paginated};
use paginated_tests::fixture::Throttled;

#[derive(Clone)]
struct Input {
    /// The numbers of pages before and in the cycle.
    lengths: (u64, u64),
    /// The number of items of each page.
    items: usize,
    token: Option<String>,
}

#[derive(Page)]
struct Output {
    items: Vec<u64>,
    token: Option<String>,
}

#[paginated(input_token = "Token", result_key = "Items")]
async fn list(input: Input) -> Result<Output, Throttled> {
    let (lead_in, cycle) = input.lengths;
    let page = input.token.map_or(0, |token| token.parse().unwrap());
    let next = if page + 1 == lead_in + cycle { lead_in } else { page + 1 };
    Ok(Output { items: vec![page; input.items], token: Some(next.to_string()) })
}

/// Asserts that a cycle is an error within three times its pages.
fn assert_cycle_is_found(input: Input) {
    let (lead_in, cycle) = input.lengths;
    let mut pages = list_paginator(input.clone()).pages();
    let mut pages_read = 0;
    let error = loop {
        match block_on(pages.next()).expect("the listing ended without an error") {
            Ok(_) => pages_read += 1,
            Err(error) => break error,
        }
    };
    let details = match &error {
        Error::RepeatedToken(details) if cycle == 1 => details,
        Error::TokenCycle(details) if cycle > 1 => details,
        error => panic!("{lead_in} + {cycle}: {error:?}"),
    };
    assert_eq!((details.operation, details.key, details.pages), ("list", "Token", pages_read));
    assert!((lead_in + cycle..=3 * (lead_in + cycle)).contains(&pages_read), "{lead_in} + {cycle}: {pages_read} pages");
    assert!(block_on(pages.next()).is_none());
    assert!(pages.resume_token().is_some());

    let mut items = list_paginator(input.clone()).items();
    let mut count = 0;
    while let Some(Ok(_)) = block_on(items.next()) {
        count += 1;
    }
    assert_eq!((items.pages_fetched(), count), (pages_read, pages_read * input.items as u64));
}

#[test]
fn a_cycle_is_an_error_within_three_times_its_pages() {
    for lead_in in 0..=20 {
        for cycle in 1..=20 {
            for items in [0, 2] {
                for token in [None, Some("0".to_owned())] {
                    assert_cycle_is_found(Input { lengths: (lead_in, cycle), items, token });
                }
            }
        }
    }
}
