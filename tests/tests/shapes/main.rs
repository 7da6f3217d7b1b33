//! Each way to request the next page, on each shape of client, and with each type of number.
//!
//! Each list has the items 0 to 9. [`check!`] reads it whole, cut at each item and resumed by a printed token, and with a
//! failure of each request.

/// Checks the paginator that `$paginator` evaluates to. It is evaluated once for each list that is read.
macro_rules! check {
    ($paginator:expr) => {{
        use crate::reading::{self, List as _};
        let whole = (0..10).collect::<Vec<u32>>();
        assert_eq!(reading::collect($paginator.open_items()), whole, "items");
        assert_eq!(reading::collect($paginator.with_page_size(3).open_items()), whole, "items in pages of 3");
        assert_eq!(reading::collect($paginator.open_pages()).concat(), whole, "pages");
        assert_eq!(reading::full($paginator), whole, "full result");
        for taken in 0..=10 {
            let (mut items, token) = reading::cut($paginator.with_page_size(3).with_max_items(taken).open_items());
            assert_eq!(items.len(), taken);
            if let Some(token) = token {
                items.extend(reading::collect($paginator.with_starting_token(token).open_items()));
            }
            assert_eq!(items, whole, "resumed after {taken} items");

            let (pages, token) = reading::cut($paginator.with_max_items(taken).open_pages());
            let mut items = pages.concat();
            assert_eq!(items.len(), taken);
            if let Some(token) = token {
                items.extend(reading::collect($paginator.with_starting_token(token).open_pages()).concat());
            }
            assert_eq!(items, whole, "pages resumed after {taken} items");
        }
        for failing in 0..5 {
            assert_eq!(reading::retry($paginator.open_items(), failing), whole, "request {failing} fails");
        }
    }};
}

mod builders;
mod links;
mod numbers;
mod parameters;
mod reading;
mod requests;
mod service;

use reading::Contents;
use service::{Failure, Input, Output, serve};
