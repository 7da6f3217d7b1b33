//! A cycle of tokens is found, whatever comes before it, and before it has gone round three times.

use futures::executor::block_on;
use paginated::{Error, Page, paginated};
use paginated_tests::fixture::Throttled;

#[derive(Clone)]
struct Input {
    /// How many pages come before the cycle, and how many are in it.
    lengths: (u64, u64),
    /// The page's items.
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

/// The pages given, of a listing that goes round in a circle.
fn assert_found(input: Input) {
    let (lead_in, cycle) = input.lengths;
    let mut pages = list_paginator(input.clone()).pages();
    let mut given = 0;
    let error = loop {
        match block_on(pages.next()).expect("it does not end without a word") {
            Ok(_) => given += 1,
            Err(error) => break error,
        }
    };
    let halted = match &error {
        Error::RepeatedToken(halted) if cycle == 1 => halted,
        Error::TokenCycle(halted) if cycle > 1 => halted,
        error => panic!("{lead_in} + {cycle}: {error:?}"),
    };
    assert_eq!((halted.operation, halted.key, halted.pages), ("list", "Token", given));
    assert!((lead_in + cycle..=3 * (lead_in + cycle)).contains(&given), "{lead_in} + {cycle}: {given} pages");
    assert!(block_on(pages.next()).is_none());
    assert!(pages.resume_token().is_some());

    let mut items = list_paginator(input.clone()).items();
    let mut count = 0;
    while let Some(Ok(_)) = block_on(items.next()) {
        count += 1;
    }
    assert_eq!((items.pages_fetched(), count), (given, given * input.items as u64));
}

#[test]
fn are_found_within_three_times_their_pages() {
    for lead_in in 0..=20 {
        for cycle in 1..=20 {
            for items in [0, 2] {
                for token in [None, Some("0".to_owned())] {
                    assert_found(Input { lengths: (lead_in, cycle), items, token });
                }
            }
        }
    }
}
