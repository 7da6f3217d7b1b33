//! The page size may change when a listing is resumed at the beginning of a page.

use futures::executor::block_on;
use paginated::{Page, paginated};
use paginated_tests::fixture::Throttled;
use proptest::prelude::*;

use super::config;

#[derive(Clone)]
struct Input {
    length: usize,
    offset: usize,
    limit: u16,
}

#[derive(Page)]
struct Output {
    items: Vec<usize>,
    next_offset: usize,
}

/// Lists the numbers below `length` by offsets. The offset 0 is an empty token.
#[paginated(input_token = "Offset", output_token = "NextOffset", limit_key = "Limit", result_key = "Items")]
async fn list(input: Input) -> Result<Output, Throttled> {
    let end = input.length.min(input.offset + usize::from(input.limit));
    Ok(Output { items: (input.offset..end).collect(), next_offset: if end < input.length { end } else { 0 } })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_page_size_may_change_between_pages(
        length in 0_usize..60,
        parts in prop::collection::vec((1_usize..9, 0_usize..4), 0..9),
        by_max_items in any::<bool>(),
    ) {
        let (mut items_read, mut token) = (Vec::new(), None::<String>);
        for (page_size, pages) in parts.into_iter().chain([(10, usize::MAX)]) {
            let mut paginator = list_paginator(Input { length, offset: 0, limit: 100 }).page_size(page_size);
            if let Some(token) = token {
                paginator = paginator.starting_token(token);
            }
            if by_max_items {
                paginator = paginator.max_items(page_size.saturating_mul(pages));
            }
            let mut stream = paginator.pages();
            let mut pages_read = 0;
            while pages_read < pages && let Some(page) = block_on(stream.next()) {
                items_read.extend(page.unwrap().items);
                pages_read += 1;
            }
            token = stream.resume_token().map(|token| token.to_string());
            if token.is_none() {
                break;
            }
        }
        prop_assert_eq!(token, None);
        prop_assert_eq!(items_read, (0..length).collect::<Vec<_>>());
    }
}
